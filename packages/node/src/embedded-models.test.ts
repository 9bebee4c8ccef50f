// The list of embedded models in; the agreement of the script that copies them and of the default out.
import { readFile } from 'node:fs/promises'
import { defaultModel } from '@stylelens/core'
import { expect, it } from 'vitest'
import { embeddedModelNames, isEmbeddedModel } from './embedded-models'

it('is what copy-models.mjs copies', async () => {
  const script = await readFile(new URL('../copy-models.mjs', import.meta.url), 'utf8')
  const [, list] = /const names = \[(.*)\]/.exec(script) ?? []
  expect(list?.split(', ')).toEqual(embeddedModelNames.map((name) => `'${name}'`))
})

it('holds the default model', () => {
  expect(isEmbeddedModel(defaultModel)).toBe(true)
  expect(isEmbeddedModel(`./${defaultModel}`)).toBe(false)
})
