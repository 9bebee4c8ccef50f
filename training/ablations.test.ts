// Each ablation changes what its name says, and nothing else but the id.
import { expect, it } from 'vitest'
import { ablate, ablations, type AblationName } from './ablations'
import { recipes, type Recipe } from './config'

const recipe: Recipe = recipes['fashion-nano']

it('leaves the recipe as it is where none is named', () => {
  expect(ablate(recipe, undefined)).toBe(recipe)
})

it.each(Object.keys(ablations) as AblationName[])('%s changes one thing, under another id', (name) => {
  const changed = ablate(recipe, name)
  expect(changed.id).toBe(`fashion-nano-1-${name}`)
  const keys = Object.keys({ ...recipe, ...changed }) as (keyof Recipe)[]
  const different = keys.filter((key) => key !== 'id' && JSON.stringify(changed[key]) !== JSON.stringify(recipe[key]))
  expect(different).toHaveLength(1)
})
