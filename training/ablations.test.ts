// Each ablation changes what its name says, and nothing else but the id.
import { expect, it } from 'vitest'
import { ablate, ablations, type AblationName } from './ablations'
import { recipes, type Recipe } from './config'

const recipe: Recipe = recipes['fashion-nano']
const student: Recipe = recipes['fashion-nano-2']

it('leaves the recipe as it is where none is named', () => {
  expect(ablate(recipe, undefined)).toBe(recipe)
})

it.each(Object.keys(ablations) as AblationName[])('%s changes one thing, under another id', (name) => {
  const whole = name === 'focused' ? student : recipe // what is asked of teachers is nothing to a recipe without
  const changed = ablate(whole, name)
  expect(changed.id).toBe(`${whole.id}-${name}`)
  const keys = Object.keys({ ...whole, ...changed }) as (keyof Recipe)[]
  const different = keys.filter((key) => key !== 'id' && JSON.stringify(changed[key]) !== JSON.stringify(whole[key]))
  expect(different).toHaveLength(1)
})
