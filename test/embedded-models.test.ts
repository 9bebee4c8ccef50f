// Checks that the models inside packages/node and packages/web are byte for byte the ones under models/.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { matchFacts } from '../packages/core/src/model/match-facts'
import { checkOnnx } from '../packages/core/src/model/onnx/check-onnx'
import { parseManifest } from '../packages/core/src/model/parse-manifest'
import type { ModelManifest } from '../packages/core/src/manifest'
import { root } from './source-files'

const embedded = join(root, 'packages/node/models')
const names = existsSync(embedded) ? readdirSync(embedded) : []
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

it('embeds a model', () => {
  expect(names).not.toEqual([])
})

describe.each(names)('%s', (name) => {
  it.each(readdirSync(join(embedded, name)))('%s is the one under models/', (file) => {
    expect(sha256(join(embedded, name, file))).toBe(sha256(join(root, 'models', name, file)))
  })

  it('has the checksum and the size that its manifest states', () => {
    const manifest = JSON.parse(readFileSync(join(embedded, name, 'manifest.json'), 'utf8')) as {
      file: string
      sha256: string
      bytes: number
    }
    const model = join(embedded, name, manifest.file)
    expect(sha256(model)).toBe(manifest.sha256)
    expect(readFileSync(model).length).toBe(manifest.bytes)
  })
})

// In browsers the manifest is a part of the code, and neither it nor the ONNX file's structure is looked at again.
describe.each(names)('%s in packages/web', (name) => {
  const folder = join(root, 'packages/web/models', name)

  it('is the one under models/', () => {
    const files = readdirSync(folder)
    expect(files).toContain('model.onnx')
    const digests = (place: string) => files.map((file) => sha256(join(place, file)))
    expect(digests(folder)).toEqual(digests(join(root, 'models', name)))
  })

  it('has as its manifest what the pipeline would make of manifest.json and the ONNX file', async () => {
    const { manifest } = (await import(`../packages/web/src/manifests/${name}.ts`)) as { manifest: ModelManifest }
    const stated = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
    const facts = checkOnnx(new Uint8Array(readFileSync(join(folder, 'model.onnx'))), 'model.onnx')
    expect(facts.external).toEqual([])
    expect(manifest).toEqual(matchFacts(stated, facts))
  })
})
