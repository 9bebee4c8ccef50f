// Recipes are frozen by their id: a changed number is a new recipe, or checkpoints and models would not know their own.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { recipes, type Recipe } from './config'
import { shareShown } from './distillation/distillation-recipe'

const digest = (recipe: Recipe) => createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 16)

it('holds the recipes of released and running trainings to the letter', () => {
  const trained = ['fashion-nano', 'fashion-small', 'fashion-base'] as const
  expect(trained.map((name) => [recipes[name].id, digest(recipes[name])])).toEqual([
    ['fashion-nano-1', '32173bb01619be4a'],
    ['fashion-small-1', 'bb8331e8d3e01e53'],
    ['fashion-base-1', 'fcdb8bc9ee6de6d5'],
  ])
})

it('gives every recipe an id of its own', () => {
  const ids = Object.values<Recipe>(recipes).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('averages a student over about a hundredth of its run, and shows all students the same views', () => {
  const students = Object.values<Recipe>(recipes).filter(({ distillation }) => distillation !== undefined)
  expect(students).toHaveLength(6)
  for (const { epochs, batchSize, averageDecay, averageEvery, distillation, labelSmoothing } of students) {
    const steps = epochs * Math.floor((55_000 * shareShown(distillation?.focus)) / batchSize)
    expect((averageEvery / (1 - averageDecay) / steps).toFixed(2)).toBe('0.01')
    expect({ ...distillation, focus: undefined }).toEqual({ ...students[0].distillation, focus: undefined })
    expect(labelSmoothing).toBe(0)
  }
})
