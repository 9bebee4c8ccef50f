// Checks that new figures go to their own place and nowhere else.
import { expect, it } from 'vitest'
import { replaceFigures } from './replace-figures'

const place = (name: string, figures: string) => `<!-- figures:${name} -->\n${figures}\n<!-- /figures:${name} -->`
const text = `a\n${place('one', 'old')}\nb\n${place('two', 'kept')}\nc\n`

it('replaces one place', () => {
  const once = replaceFigures(text, 'one', 'new')
  expect(once).toBe(text.replace('old', '\nnew\n'))
  expect(replaceFigures(once, 'one', 'new')).toBe(once)
})

it('takes figures as they are, signs of replacement included', () => {
  expect(replaceFigures(text, 'two', '$& $1')).toContain('$& $1')
})

it('refuses a place that is not there', () => {
  expect(() => replaceFigures(text, 'three', 'new')).toThrow(/no place "<!-- figures:three -->/)
})
