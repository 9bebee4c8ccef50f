// The files that the build put beside the code in; proof that they are those which the code names out.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asyncifyBuild } from './asyncify-build'
import { embeddedFileAddress } from './embedded-files'
import { embeddedModelNames } from './embedded-models'
import { jspiBuild } from './jspi-build'
import { wasmBuild } from './wasm-build'

const sha256 = (place: URL) => createHash('sha256').update(readFileSync(place)).digest('hex')
const folders = { wasm: '../runtime/', jspi: '../runtime/', asyncify: '../../web-asyncify/runtime/' }

describe.each([wasmBuild, jspiBuild, asyncifyBuild])('the build $name', ({ name, file, bytes, sha256: digest, address }) => {
  const folder = new URL(folders[name], import.meta.url)

  it('has the size and the digest that the code expects', () => {
    const place = new URL(file, folder)
    expect({ bytes: readFileSync(place).length, digest: sha256(place) }).toEqual({ bytes, digest })
  })

  it('lies where its address says', async () => {
    expect(await address()).toBe(new URL(file, folder).href)
  })
})

describe('the embedded models', () => {
  it('are those that copy-files.mjs copies', () => {
    const names = readdirSync(new URL('../models/', import.meta.url)).sort()
    expect([...embeddedModelNames].sort()).toEqual(names)
  })

  it.each(embeddedModelNames)('%s has all files that its manifest names', (name) => {
    const manifest = new URL(`../models/${name}/manifest.json`, import.meta.url)
    const { file, files = {}, selfTest } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      file: string
      files?: Record<string, { file: string }>
      selfTest?: { file: string }
    }
    const named = [file, ...Object.values(files).map((entry) => entry.file), ...(selfTest ? [selfTest.file] : [])]
    expect(named.filter((path) => embeddedFileAddress(name, path) === undefined)).toEqual([])
  })

  it.each(embeddedModelNames)('%s has its files where their addresses say', (name) => {
    for (const file of readdirSync(new URL(`../models/${name}/`, import.meta.url))) {
      const address = embeddedFileAddress(name, file)
      expect(existsSync(new URL(address ?? ''))).toBe(true)
    }
    expect(embeddedFileAddress(name, 'other.onnx')).toBeUndefined()
  })
})
