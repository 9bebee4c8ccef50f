// Checks that the models inside packages/node are byte for byte the ones under models/.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
