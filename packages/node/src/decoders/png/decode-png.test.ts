// PNGs of every colour type, depth, filter and kind of interlacing in; the same pixels as sharp's must come out.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPng, sampleAt } from '../../../test/draw-png'
import type { Drawing } from '../../../test/draw-png'
import { chunk, makePng } from '../../../test/make-png'
import { decodeWithSharp } from '../../decode-with-sharp'
import { decodePng } from './decode-png'

const depths = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const
const colourTypes = [0, 2, 3, 4, 6] as const
const sizes = [
  [1, 1],
  [5, 3],
  [3, 17],
  [23, 19],
] as const

const drawings: Drawing[] = colourTypes.flatMap((colourType) =>
  depths[colourType].flatMap((bitDepth) =>
    [false, true].flatMap((interlaced) =>
      (colourType < 4 ? [false, true] : [false]).flatMap((transparent) =>
        sizes.map(([width, height]) => ({ colourType, bitDepth, interlaced, transparent, width, height })),
      ),
    ),
  ),
)

const withSharp = (bytes: Uint8Array) => decodeWithSharp(bytes, 'png', '"x"', { maxPixels: 1e6, sharp })

it.each(drawings)(
  'type $colourType, $bitDepth bits, interlaced $interlaced, transparent $transparent, $width x $height',
  async (drawing) => {
    const bytes = drawPng(drawing)
    const image = await decodePng(bytes)
    const { data, ...others } = await withSharp(bytes)
    expect({ ...image, data: [...image.data] }).toEqual({ ...others, data: [...data] })
  },
)

it('gives the samples that were drawn', async () => {
  const drawing = { colourType: 6, bitDepth: 8, width: 7, height: 5, interlaced: true } as const
  const { data } = await decodePng(drawPng(drawing))
  const drawn = Array.from({ length: 7 * 5 * 4 }, (_, at) => {
    const pixel = at >> 2
    return sampleAt(drawing, pixel % 7, Math.floor(pixel / 7), at & 3)
  })
  expect([...data]).toEqual(drawn)
})

it('passes over gamma, colour profiles and texts, whatever they hold', async () => {
  const drawing = { colourType: 2, bitDepth: 8, width: 4, height: 4 } as const
  const gamma = chunk('gAMA', Uint8Array.of(0, 1, 0x86, 0xa0))
  const chunks = [gamma, chunk('iCCP', new Uint8Array(40)), chunk('zTXt', new Uint8Array(9))]
  expect(await decodePng(drawPng({ ...drawing, chunks }))).toEqual(await decodePng(drawPng(drawing)))
})

it('puts a stream together that is cut into many chunks', async () => {
  const whole = drawPng({ colourType: 2, bitDepth: 8, width: 9, height: 9 })
  const start = whole.indexOf('IDAT')
  const length = whole.readUInt32BE(start - 4)
  const data = whole.subarray(start + 4, start + 4 + length)
  const parts = [...data].map((byte) => chunk('IDAT', Uint8Array.of(byte)))
  const end = whole.subarray(start + 8 + length)
  const cut = Buffer.concat([whole.subarray(0, start - 4), chunk('IDAT', new Uint8Array()), ...parts, end])
  expect(await decodePng(cut)).toEqual(await decodePng(whole))
})

it('reads no more of a stream than the picture has rows', async () => {
  // 64 MB of zeros in 64 kB, of which a picture of 4 pixels needs 8 bytes
  const bomb = makePng({ width: 2, height: 2, colourType: 0, rows: new Uint8Array(64 * 1024 * 1024) })
  const before = process.memoryUsage().arrayBuffers
  expect([...(await decodePng(bomb)).data]).toEqual([0, 0, 0, 0])
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
})

describe('damage', () => {
  const threeColours = chunk('PLTE', new Uint8Array(9))
  const grey = (changes: Partial<Parameters<typeof makePng>[0]>) =>
    makePng({ width: 2, height: 2, colourType: 0, rows: Uint8Array.of(0, 1, 2, 0, 3, 4), ...changes })
  const without = (type: string) => {
    const whole = grey({})
    const start = whole.indexOf(type) - 4
    return Buffer.concat([whole.subarray(0, start), whole.subarray(start + 12 + whole.readUInt32BE(start))])
  }
  const changed = (at: number) => {
    const bytes = grey({})
    bytes[at] ^= 0xff
    return bytes
  }

  it.each<[string, () => Uint8Array, RegExp]>([
    ['signature alone', () => grey({}).subarray(0, 8), /ends before/],
    ['damaged signature', () => changed(5), /signature/],
    ['changed header', () => changed(17), /checksum of its chunk IHDR/],
    ['changed rows', () => changed(45), /checksum of its chunk IDAT/],
    ['no header', () => without('IHDR'), /does not begin with its header/],
    ['no rows', () => without('IDAT'), /it has no rows/],
    ['no end', () => without('IEND'), /ends before its last chunk/],
    ['rows cut short', () => grey({ rows: Uint8Array.of(0, 1, 2, 0) }), /4 bytes of pixels, and 6/],
    ['unknown filter', () => grey({ rows: Uint8Array.of(0, 1, 2, 9, 3, 4) }), /no filter 9/],
    ['unknown colour type', () => grey({ colourType: 5 }), /no colour type 5 of 8 bits/],
    ['unknown depth', () => grey({ colourType: 2, bitDepth: 4 }), /no colour type 2 of 4 bits/],
    ['no palette', () => grey({ colourType: 3 }), /palette is damaged/],
    ['colour beyond its palette', () => grey({ colourType: 3, chunks: [threeColours] }), /no colour 3/],
    ['no width', () => grey({ width: 0 }), /no pixels/],
  ])('%s', async (_, make, reason) => {
    await expect(decodePng(make())).rejects.toThrow(reason)
  })

  it('of a chunk that the picture can do without is passed over', async () => {
    const exif = chunk('eXIf', Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0))
    exif[9] ^= 1
    expect((await decodePng(grey({ chunks: [exif] }))).orientation).toBe(1)
  })

  it('of the zlib stream is an Error', async () => {
    const whole = grey({})
    const start = whole.indexOf('IDAT') - 4
    const end = whole.subarray(whole.indexOf('IEND') - 4)
    const torn = Buffer.concat([whole.subarray(0, start), chunk('IDAT', Uint8Array.of(1, 2, 3)), end])
    await expect(decodePng(torn)).rejects.toThrow(/header check|incorrect|zlib/i)
  })
})
