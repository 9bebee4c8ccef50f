// JPEGs of every kind in; the same pixels as sharp's must come out, and damage must be seen.
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { subsampledJpeg } from '../../../test/subsampled-jpeg'
import { decodeWithSharp } from '../../decode-with-sharp'
import { decodeJpeg } from './decode-jpeg'
import { importJpegTurbo, withJpegTurbo } from './open-jpeg-turbo'

/** Waves with hard edges: smooth parts and sharp ones in every channel. */
function picture(width: number, height: number): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)]
    const channel = at % 3
    if ((x + y) % 13 < 4) return 255 - 20 * channel
    return 128 + 100 * Math.sin(x / (5 + 3 * channel)) * Math.cos(y / 9)
  })
  return sharp(data, { raw: { width, height, channels: 3 } })
}

async function expectLikeSharp(bytes: Uint8Array): Promise<void> {
  const { data, ...others } = await decodeJpeg(bytes)
  const { data: wanted, ...wantedOthers } = await decodeWithSharp(bytes, 'jpeg', '"x"', { maxPixels: 1e8, sharp })
  expect(others).toEqual(wantedOthers)
  expect(Buffer.compare(Buffer.from(data), Buffer.from(wanted)), 'every value is that of sharp').toBe(0)
}

it.each<[string, () => Sharp]>([
  ['4:2:0', () => picture(301, 203).jpeg()],
  ['4:4:4', () => picture(301, 203).jpeg({ chromaSubsampling: '4:4:4' })],
  ['of low quality', () => picture(120, 80).jpeg({ quality: 15 })],
  ['of high quality', () => picture(120, 80).jpeg({ quality: 100 })],
  ['progressive', () => picture(120, 81).jpeg({ progressive: true })],
  ['by mozjpeg', () => picture(120, 81).jpeg({ mozjpeg: true })],
  ['grey', () => picture(77, 50).toColourspace('b-w').jpeg()],
  ['grey and progressive', () => picture(77, 50).toColourspace('b-w').jpeg({ progressive: true })],
  ['1 x 1', () => picture(1, 1).jpeg()],
  ['17 x 1', () => picture(17, 1).jpeg()],
  ['1 x 17', () => picture(1, 17).jpeg()],
  ['with a colour profile', () => picture(40, 30).withIccProfile('p3').jpeg()],
])('%s', async (_, make) => expectLikeSharp(await make().toBuffer()))

it.each(['4:2:2', '4:4:0'] as const)('subsampled %s', (subsampling) => expectLikeSharp(subsampledJpeg(subsampling)))

it.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is told and not applied', async (orientation) => {
  const bytes = await picture(40, 30).jpeg().withMetadata({ orientation }).toBuffer()
  expect(await decodeJpeg(bytes)).toMatchObject({ orientation, width: 40, height: 30 })
  await expectLikeSharp(bytes)
})

it('takes what stands behind the end for nothing', async () => {
  const bytes = await picture(40, 30).jpeg().toBuffer()
  await expectLikeSharp(Buffer.concat([bytes, Buffer.from('more')]))
})

describe('damage in one place is passed over as by sharp', () => {
  const changed = async (change: (bytes: Buffer, scan: number) => Uint8Array) => {
    const bytes = await picture(64, 48).jpeg().toBuffer()
    return change(bytes, bytes.indexOf(Buffer.of(0xff, 0xda)))
  }

  it.each<[string, (bytes: Buffer, scan: number) => Uint8Array]>([
    ['bytes before the end', (bytes) => Buffer.concat([bytes.subarray(0, -2), Buffer.of(1, 2, 3), bytes.subarray(-2)])],
    ['fewer rows than its header tells', (bytes) => {
      bytes.writeUInt16BE(90, bytes.indexOf(Buffer.of(0xff, 0xc0)) + 5)
      return bytes
    }],
  ])('%s', async (_, change) => expectLikeSharp(await changed(change)))

  it.each([60, 121, 200, 333])('a changed byte at %i of the data leaves the rows above it', async (at) => {
    const bytes = await changed((whole, scan) => whole.fill(whole[scan + at] ^ 0x55, scan + at, scan + at + 1))
    const ours = await decodeJpeg(bytes)
    const sharps = await decodeWithSharp(bytes, 'jpeg', '"x"', { maxPixels: 1e8, sharp })
    expect([ours.width, ours.height, ours.channels]).toEqual([sharps.width, sharps.height, sharps.channels])
    expect([...ours.data.subarray(0, 8 * 3)]).toEqual([...sharps.data.subarray(0, 8 * 3)])
  })

  it.each([true, false])('and a scan without its table is none of these (progressive: %s)', async (progressive) => {
    const bytes = await picture(64, 48).jpeg({ progressive }).toBuffer()
    // the last scan asks for a table that does not exist
    bytes[bytes.lastIndexOf(Buffer.of(0xff, 0xda)) + 6] = 0x33
    await expect(decodeJpeg(bytes)).rejects.toThrow(/damage/)
  })
})

describe('damage', () => {
  it.each([0.02, 0.1, 0.5, 0.9, 0.98])('a picture cut to %f of its length', async (part) => {
    const bytes = await picture(200, 200).jpeg().toBuffer()
    await expect(decodeJpeg(bytes.subarray(0, Math.floor(bytes.length * part)))).rejects.toThrow(/ends before|damage/)
  })

  it('the end alone is missing', async () => {
    const bytes = await picture(40, 30).jpeg().toBuffer()
    await expect(decodeJpeg(bytes.subarray(0, -2))).rejects.toThrow(/damage/)
  })

  it('costs no memory, and the next picture is right', async () => {
    const bytes = await picture(500, 500).jpeg().toBuffer()
    const damaged = bytes.subarray(0, bytes.length - 200)
    for (let count = 0; count < 40; count++) await expect(decodeJpeg(damaged)).rejects.toThrow(/damage/)
    await expectLikeSharp(bytes)
  })
})

describe('the module', () => {
  it('is kept for the next picture, and left where a large one has made it grow', async () => {
    const [first, second] = await Promise.all([withJpegTurbo((turbo) => turbo), withJpegTurbo((turbo) => turbo)])
    // no matcher gets the modules themselves: it would print their memory
    expect(first === second).toBe(true)
    const large = sharp({ create: { width: 6000, height: 5000, channels: 3, background: 'teal' } })
    expect((await decodeJpeg(await large.jpeg().toBuffer())).data.length).toBe(6000 * 5000 * 3)
    const grown = first.HEAPU8.length
    const after = await withJpegTurbo((turbo) => turbo)
    expect(after === first).toBe(false)
    expect(after.HEAPU8.length).toBeLessThan(grown)
  })

  it('that cannot be loaded is tried again', async () => {
    await withJpegTurbo(() => {
      throw new Error('start afresh')
    }).catch(() => undefined)
    const missing = () => Promise.reject(Object.assign(new Error('none'), { code: 'ERR_MODULE_NOT_FOUND' }))
    await expect(withJpegTurbo((turbo) => turbo, missing)).rejects.toThrow('none')
    expect(await withJpegTurbo(() => 'loaded', importJpegTurbo)).toBe('loaded')
  })
})
