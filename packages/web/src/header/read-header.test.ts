// Golden pictures in; their headers, which must be what sharp reads, and damage that must be seen, out.
import { readFileSync, readdirSync } from 'node:fs'
import { sniffImageFormat } from '@stylelens/core'
import { describe, expect, it } from 'vitest'
import { readHeader, withoutOrientation } from './read-header'

const folder = new URL('../../../../test/golden/', import.meta.url)
const read = (name: string) => new Uint8Array(readFileSync(new URL(`pictures/${name}`, folder)))
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as {
  pictures: Record<string, { width: number; height: number; orientation: number }>
}
const names = readdirSync(new URL('pictures/', folder)).filter((name) => !name.endsWith('.pixels'))

function header(bytes: Uint8Array) {
  return readHeader(bytes, sniffImageFormat(bytes).format)
}

it.each(names)('%s: size and orientation are those of sharp, and the file is whole', async (name) => {
  const { width, height, orientation } = expected.pictures[name]
  const found = await header(read(name))
  expect(found).toMatchObject({ width, height, orientation })
  expect(found?.damage).toBeUndefined()
})

it.each(names)('%s: every cut is seen as damage', async (name) => {
  const bytes = read(name)
  for (const share of [0.3, 0.6, 0.9]) {
    const found = await header(bytes.subarray(0, Math.floor(bytes.length * share)))
    expect(found === undefined || found.damage !== undefined, `${share} of it`).toBe(true)
  }
})

it.each(names)('%s: bytes behind the end are no damage', async (name) => {
  const bytes = read(name)
  expect((await header(Uint8Array.from([...bytes, 0, 0, 0, 0, 0, 0, 0, 0])))?.damage).toBeUndefined()
})

describe('withoutOrientation', () => {
  const turned = names.filter((name) => /^orientation-[2-8]/.test(name))

  it.each(turned)('%s: one byte pair becomes 1, and the given bytes stay', async (name) => {
    const bytes = read(name)
    const found = await header(bytes)
    if (found === undefined) throw new Error('There must be a header.')
    const changed = withoutOrientation(bytes, found)
    expect(await header(changed)).toMatchObject({ orientation: 1, width: found.width })
    expect(bytes).toEqual(read(name))
    expect(changed.filter((byte, index) => byte !== bytes[index])).toEqual(Uint8Array.of(1))
  })

  it('gives an upright picture back as it is', () => {
    const bytes = read('colour.png')
    expect(withoutOrientation(bytes, { width: 1, height: 1, orientation: 1 })).toBe(bytes)
  })
})

/** A TIFF block with one directory entry. */
function exif(orientation: number, littleEndian: boolean, type = 3): Uint8Array {
  const view = new DataView(new ArrayBuffer(26))
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, littleEndian)
  view.setUint32(4, 8, littleEndian)
  view.setUint16(8, 1, littleEndian)
  view.setUint16(10, 0x0112, littleEndian)
  view.setUint16(12, type, littleEndian)
  view.setUint32(14, 1, littleEndian)
  view.setUint16(18, orientation, littleEndian)
  return new Uint8Array(view.buffer)
}

function insertChunk(name: string, type: string, data: Uint8Array): Uint8Array {
  const bytes = read(name)
  const isPng = name.endsWith('.png')
  const chunk = new Uint8Array(8 + data.length + (isPng ? 4 : 0))
  const view = new DataView(chunk.buffer)
  view.setUint32(isPng ? 0 : 4, data.length, !isPng)
  chunk.set([...type].map((letter) => letter.charCodeAt(0)), isPng ? 4 : 0)
  chunk.set(data, 8)
  // PNG: behind IHDR; WebP: at the end
  const at = isPng ? 33 : bytes.length
  return Uint8Array.from([...bytes.subarray(0, at), ...chunk, ...bytes.subarray(at)])
}

it.each([
  ['colour.png', 'eXIf', true, 3, 6, 6],
  ['colour.png', 'eXIf', false, 3, 8, 8],
  ['lossless.webp', 'EXIF', true, 3, 3, 3],
  ['colour.png', 'eXIf', true, 3, 9, 1],
  ['colour.png', 'eXIf', true, 3, 0, 1],
  ['colour.png', 'eXIf', true, 4, 6, 1],
] as const)('%s with %s (little-endian: %s, type %d) of orientation %d is of orientation %d', async (...row) => {
  const [name, chunk, littleEndian, type, given, wanted] = row
  expect((await header(insertChunk(name, chunk, exif(given, littleEndian, type))))?.orientation).toBe(wanted)
})

it.each([
  ['no entry of it', exif(6, true).map((value, index) => (index === 10 ? 0x13 : value))],
  ['a directory beyond its end', exif(6, true).map((value, index) => (index === 4 ? 200 : value))],
  ['an unknown byte order', exif(6, true).map((value, index) => (index === 0 ? 0x20 : value))],
  ['half an entry', exif(6, true).subarray(0, 16)],
])('EXIF with %s says nothing', async (_, block) => {
  expect((await header(insertChunk('colour.png', 'eXIf', block)))?.orientation).toBe(1)
})
