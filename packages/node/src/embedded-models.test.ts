// The list of embedded models in; the agreement of the script that copies them and of the default out.
import { readFile } from 'node:fs/promises'
import { createDefaults } from '@stylelens/core'
import { expect, it } from 'vitest'
import { embeddedDigests } from './embedded-digests'
import { embeddedModelNames, isEmbeddedModel } from './embedded-models'
import { sha256 } from './sha256'

it('is what copy-models.mjs copies', async () => {
  const script = await readFile(new URL('../copy-models.mjs', import.meta.url), 'utf8')
  const [, list] = /const names = \[(.*)\]/.exec(script) ?? []
  expect(list?.split(', ')).toEqual(embeddedModelNames.map((name) => `'${name}'`))
})

it('holds the default model', () => {
  expect(isEmbeddedModel(createDefaults.model)).toBe(true)
  expect(isEmbeddedModel(`./${createDefaults.model}`)).toBe(false)
})

it('has the digests of the manifests that were copied', async () => {
  for (const name of embeddedModelNames) {
    const manifest = await readFile(new URL(`../models/${name}/manifest.json`, import.meta.url))
    expect(await sha256(manifest)).toBe(embeddedDigests[name])
  }
})
