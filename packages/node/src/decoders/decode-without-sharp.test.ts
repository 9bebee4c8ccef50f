// Pictures and a sharp that cannot be loaded in; PNG and JPEG as by sharp, and typed errors for the rest, out.
import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeOptions } from '../../test/decode-options'
import { pixels } from '../../test/make-pictures'
import { makePng } from '../../test/make-png'
import { decodeImage } from '../decode-image'

const failure = new Error('Could not load the "sharp" module using the linux-x64 runtime')
const withoutSharp = (bytes: Uint8Array, maxPixels = decodeOptions.maxPixels) =>
  decodeImage(bytes, { ...decodeOptions, maxPixels }, () => Promise.reject(failure))

const folders = ['../../../../test/golden/pictures/', '../../../../samples/pictures/'].map(
  (folder) => new URL(folder, import.meta.url),
)
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(png|jpe?g)$/.test(name))
    .map((name) => ({ name, address: new URL(name, folder) })),
)

async function expectLikeSharp(bytes: Uint8Array): Promise<void> {
  const [{ data, ...others }, { data: wanted, ...wantedOthers }] = await Promise.all([
    withoutSharp(bytes),
    decodeImage(bytes, decodeOptions),
  ])
  expect(others).toEqual(wantedOthers)
  expect(Buffer.compare(Buffer.from(data), Buffer.from(wanted)), 'every value is that of sharp').toBe(0)
}

it('has pictures to compare', () => expect(files.length).toBeGreaterThan(40))

it.each(files)('$name is decoded to the same pixels as with sharp', ({ address }) =>
  expectLikeSharp(readFileSync(address)))

const formats = ['png', 'jpeg'] as const
const turned = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) => formats.map((format) => ({ orientation, format })))

it.each(turned)('orientation $orientation of a $format is told as with sharp', async ({ orientation, format }) => {
  const bytes = await pixels(3)[format]().withMetadata({ orientation }).toBuffer()
  await expectLikeSharp(bytes)
  expect((await withoutSharp(bytes)).orientation).toBe(orientation)
})

describe('what sharp alone decodes', () => {
  it.each<[string, () => Sharp, string]>([
    ['WebP', () => pixels(3).webp(), 'it is WebP'],
    ['GIF', () => pixels(3).gif(), 'it is GIF'],
    ['AVIF', () => pixels(3).avif(), 'it is AVIF'],
    ['CMYK JPEG', () => pixels(3).toColourspace('cmyk').jpeg(), 'it is a CMYK JPEG'],
  ])('%s: the command that brings it', async (_, make, kind) => {
    const bytes = await make().toBuffer()
    await expect(withoutSharp(bytes)).rejects.toMatchObject({
      code: 'decoder-missing',
      message: expect.stringMatching(new RegExp(`${kind}, .*npm install --include=optional sharp`)),
      cause: failure,
    })
    expect((await decodeImage(bytes, decodeOptions)).width).toBe(12)
  })

  it('JPEG of 12 bits', async () => {
    const bytes = await pixels(3).jpeg().toBuffer()
    bytes[bytes.indexOf(Buffer.of(0xff, 0xc0)) + 4] = 12
    await expect(withoutSharp(bytes)).rejects.toMatchObject({
      code: 'decoder-missing',
      message: expect.stringContaining('a 12-bit JPEG'),
    })
  })
})

describe('limits and damage are told as with sharp', () => {
  it.each(formats)('%s: maxPixels holds, from the header alone', async (format) => {
    const bytes = await pixels(3)[format]().toBuffer()
    expect((await withoutSharp(bytes, 12 * 8)).width).toBe(12)
    await expect(withoutSharp(bytes, 12 * 8 - 1)).rejects.toMatchObject({
      code: 'image-too-large',
      message: expect.stringContaining('12 x 8 = 96 pixels, and 95 are allowed'),
    })
  })

  it('a bomb is refused', async () => {
    const bomb = makePng({ width: 20_000, height: 20_000, rows: new Uint8Array(10) })
    await expect(withoutSharp(bomb)).rejects.toMatchObject({ code: 'image-too-large' })
  })

  it.each(formats.flatMap((format) => [0.98, 0.5, 0.1].map((part) => ({ format, part }))))(
    'a $format cut to $part of its length is corrupt',
    async ({ format, part }) => {
      const noise = Uint8Array.from({ length: 100 * 100 * 3 }, (_, at) => (at * at * 31) % 251)
      const bytes = await sharp(noise, { raw: { width: 100, height: 100, channels: 3 } })[format]().toBuffer()
      await expect(withoutSharp(bytes.subarray(0, Math.floor(bytes.length * part)))).rejects.toMatchObject({
        code: 'image-corrupt',
        cause: expect.any(Error),
      })
    },
  )
})
