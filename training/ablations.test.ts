// Each ablation changes what its name says, and nothing else but the id.
import { expect, it } from 'vitest'
import { ablate, ablations, type AblationName } from './ablations'
import { recipes } from './config'

const recipe = recipes['fashion-nano']

it('leaves the recipe as it is where none is named', () => {
  expect(ablate(recipe, undefined)).toBe(recipe)
})

it.each(Object.keys(ablations) as AblationName[])('%s changes one thing, under another id', (name) => {
  const changed = ablate(recipe, name)
  expect(changed.id).toBe(`fashion-nano-1-${name}`)
  const others = Object.keys(recipe).filter((key) => key !== 'id') as (keyof typeof recipe)[]
  const different = others.filter((key) => JSON.stringify(changed[key]) !== JSON.stringify(recipe[key]))
  expect(different).toHaveLength(1)
})
