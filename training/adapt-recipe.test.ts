// What the command line changes of a recipe; one that is not changed keeps its very text, which checkpoints compare.
import { expect, it } from 'vitest'
import { adaptRecipe } from './adapt-recipe'
import { recipes } from './config'

const recipe = recipes['fashion-base']

it('keeps the text of a recipe that nothing changes', () => {
  expect(JSON.stringify(adaptRecipe(recipe, { all: false }))).toBe(JSON.stringify(recipe))
})

it.each([
  [{ epochs: 40, seed: 3 }, { id: 'fashion-base-1', epochs: 40, seed: 3, network: 'base' }],
  [{ network: 'base-wide-head' }, { id: 'fashion-base-1-base-wide-head', network: 'base-wide-head' }],
  [{ all: true }, { id: 'fashion-base-1-all', network: 'base' }],
] as const)('%j gives %j', (changes, expected) => {
  expect(adaptRecipe(recipe, changes)).toEqual({ ...recipe, ...expected })
})
