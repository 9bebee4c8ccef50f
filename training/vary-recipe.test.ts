// Recipes and changes in; that the unchanged stay as checkpoints know them, and that variants say what they are, checked.
import { expect, it } from 'vitest'
import { recipes, type Recipe } from './config'
import { varyRecipe } from './vary-recipe'

const nano: Recipe = recipes['fashion-nano']

it.each(Object.entries<Recipe>(recipes))('%s stays as it is, to the letter, without changes', (_, recipe) => {
  expect(JSON.stringify(varyRecipe(recipe, {}))).toBe(JSON.stringify(recipe))
  expect(JSON.stringify(varyRecipe(recipe, { fraction: 1, regularisation: true }))).toBe(JSON.stringify(recipe))
})

it('names a share of the pictures', () => {
  expect(varyRecipe(nano, { fraction: 0.1 })).toEqual({
    ...nano,
    id: 'fashion-nano-1-fraction0.1',
    variant: { of: 'fashion-nano-1', fraction: 0.1, regularisation: true },
  })
})

it('leaves out every regularisation, the distortions of a robust recipe too', () => {
  const robust = { ...nano, augmentation: { ...nano.augmentation, distortions: { noise: { probability: 1, deviation: 1 } } } }
  const bare = varyRecipe(robust, { fraction: 0.03, regularisation: false })
  expect(bare).toMatchObject({ id: 'fashion-nano-1-fraction0.03-unregularised', weightDecay: 0, labelSmoothing: 0 })
  expect(bare.augmentation).toEqual({ flipProbability: 0, shift: 0, cutoutSize: 0, cutoutProbability: 0 })
})

it('refuses a student', () => {
  const views = { seed: 1, count: 2, augmentation: nano.augmentation, mixupShare: 0 }
  const student = { ...nano, distillation: { teacher: 'base', views, temperature: 2, weight: 0.9 } }
  expect(() => varyRecipe(student, { fraction: 0.1 })).toThrow('no --fraction')
  expect(varyRecipe(student, {})).toBe(student)
})
