// The project's split file, and damaged copies of small ones, come in; checked are the lists and the refusals.
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixtureFolder } from './fixture-folder'
import type { FixtureFolder } from './fixture-folder'
import { loadSplit } from './load-split'
import { formatSplitFile, listSha256, pixelsSha256 } from './split-file'

let folder: FixtureFolder
beforeEach(() => { folder = fixtureFolder() })
afterEach(() => folder[Symbol.dispose]())

const smallFile = () => ({
  description: 'small', seed: 1, pictures: 3, pixelsSha256: pixelsSha256(folder.pixels),
  nearDuplicates: { distance: 1.5, groups: 0, picturesInGroups: 0 }, sha256: listSha256([0, 2]), validation: [0, 2],
})
const path = () => join(folder.directory, 'split.json')
const writeText = (text: string) => folder.write('split.json', text)

describe('the split of this project', () => {
  const { train, validation } = loadSplit()

  it('is 55,000 and 5,000 pictures, disjoint and complete', () => {
    expect([train.length, validation.length]).toEqual([55_000, 5_000])
    expect(new Set([...train, ...validation]).size).toBe(60_000)
    expect(train.every((index) => index >= 0 && index < 60_000)).toBe(true)
    expect(validation.every((index) => index >= 0 && index < 60_000)).toBe(true)
  })
})

describe('a small split', () => {
  it('comes back from its file, with pictures checked', () => {
    writeText(formatSplitFile(smallFile()))
    const expected = { train: Int32Array.of(1), validation: Int32Array.of(0, 2) }
    expect(loadSplit({ path: path() })).toEqual(expected)
    expect(loadSplit({ path: path(), pixels: folder.pixels })).toEqual(expected)
  })

  it('is written with the list in one line', () => {
    const lines = formatSplitFile(smallFile()).split('\n')
    expect(lines).toContain('  "validation": [0,2]')
    expect(JSON.parse(lines.join('\n'))).toEqual(smallFile())
  })

  it('hashes the plain decimal list', () => {
    // printf '0,2' | sha256sum
    expect(listSha256([0, 2])).toBe('a7841ea775e1dff3e5b22dd5f4b66487299bda2f6dc0b7932dc4d375e2ace554')
  })
})

describe('refuses', () => {
  it.each([[[0, 1]], [[0]], [[]], [[1, 2]]])('a tampered list %j', (validation) => {
    writeText(formatSplitFile({ ...smallFile(), validation }))
    expect(() => loadSplit({ path: path() })).toThrow(
      expect.objectContaining({ code: 'dataset-checksum', file: path(), received: listSha256(validation) }),
    )
  })

  it('pictures in another order', () => {
    writeText(formatSplitFile(smallFile()))
    const reordered = new Uint8Array([...folder.pixels.subarray(784), ...folder.pixels.subarray(0, 784)])
    expect(() => loadSplit({ path: path(), pixels: reordered }))
      .toThrow(/another order.*make-split.*\[dataset-checksum\]/)
  })

  it.each([
    [{ validation: [2, 0] }], [{ validation: [0, 0] }], [{ validation: [0, 3] }], [{ validation: [-1, 0] }],
    [{ validation: [0.5] }], [{ validation: ['0'] }], [{ validation: null }], [{ sha256: 1 }], [{ pictures: 'three' }],
  ])('a file with %j', (change) => {
    writeText(JSON.stringify({ ...smallFile(), ...change }))
    expect(() => loadSplit({ path: path() })).toThrow(expect.objectContaining({ code: 'dataset-split' }))
  })

  it.each(['', 'null', '[]', '{'])('the text %j', (text) => {
    writeText(text)
    expect(() => loadSplit({ path: path() })).toThrow(expect.objectContaining({ code: 'dataset-split', file: path() }))
  })

  it('a missing file', () => {
    expect(() => loadSplit({ path: path() })).toThrow(
      expect.objectContaining({ code: 'dataset-missing', cause: expect.objectContaining({ code: 'ENOENT' }) }),
    )
  })
})
