// Pictures made by sharp in every format in; the stored pixels, or typed errors, are what must come out.
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { height, pixels, values, width } from '../test/make-pictures'
import { makePng } from '../test/make-png'
import { decodeWithSharp } from './decode-with-sharp'

const decode = (bytes: Uint8Array, maxPixels = 1_000_000) => decodeWithSharp(bytes, 'PNG', '"x"', { maxPixels, sharp })
const size = width * height

describe('stored values', () => {
  it.each([
    ['RGB PNG', 3, () => pixels(3).png()],
    ['RGBA PNG', 4, () => pixels(4).png()],
    ['grey PNG', 1, () => pixels(1).png()],
    ['grey + alpha PNG', 2, () => pixels(2).png()],
    ['palette PNG', 3, () => pixels(3).png({ palette: true, dither: 0 })],
    ['lossless WebP', 3, () => pixels(3).webp({ lossless: true })],
    ['lossless WebP with alpha', 4, () => pixels(4).webp({ lossless: true, exact: true })],
    ['lossless AVIF', 3, () => pixels(3).avif({ lossless: true, chromaSubsampling: '4:4:4' })],
  ] as const)('are kept from a %s', async (_, channels, make) => {
    const image = await decode(await make().toBuffer())
    expect([image.width, image.height, image.channels, image.orientation]).toEqual([width, height, channels, 1])
    expect([...image.data]).toEqual([...values(size * channels)])
  })

  it.each([
    ['JPEG', 3, () => pixels(3).jpeg()],
    ['grey JPEG', 1, () => pixels(1).jpeg()],
    ['CMYK JPEG, as RGB', 3, () => pixels(3).toColourspace('cmyk').jpeg()],
    ['GIF', 4, () => pixels(3).gif()],
    ['palette PNG with alpha', 4, () => pixels(4).png({ palette: true })],
    ['lossy WebP', 3, () => pixels(3).webp()],
    ['AVIF of 10 bits', 3, () => pixels(3).avif({ bitdepth: 10 })],
  ] as const)('have the right shape from a %s', async (_, channels, make) => {
    const image = await decode(await make().toBuffer())
    expect(image).toMatchObject({ width, height, channels, orientation: 1 })
    expect(image.data.length).toBe(size * channels)
  })

  it('ignore a colour profile', async () => {
    const plain = await pixels(3).png().toBuffer()
    const profiled = await pixels(3).withIccProfile('p3').png().toBuffer()
    const stored = await sharp(profiled, { ignoreIcc: true }).raw().toBuffer()
    expect([...(await decode(profiled)).data]).toEqual([...stored])
    // the profile did change what is stored, so converting back would show
    expect([...stored]).not.toEqual([...(await decode(plain)).data])
  })

  it.each([
    ['grey', 0, 1],
    ['RGB', 2, 3],
    ['grey + alpha', 4, 2],
    ['RGBA', 6, 4],
  ] as const)('of 16 bits lose their lower 8: %s', async (_, colourType, channels) => {
    const samples = Uint16Array.from({ length: size * channels }, (_value, index) => (index * 1237 + 255) % 65536)
    const rows = new Uint8Array(height * (1 + width * channels * 2))
    samples.forEach((sample, index) => {
      const row = Math.floor(index / (width * channels))
      new DataView(rows.buffer).setUint16(index * 2 + row + 1, sample)
    })
    const image = await decode(makePng({ width, height, bitDepth: 16, colourType, rows }))
    expect(image.channels).toBe(channels)
    expect([...image.data]).toEqual([...samples].map((sample) => sample >> 8))
  })

  it.each(['gif', 'webp'] as const)('are those of the first frame of an animated %s', async (format) => {
    const [white, black] = await Promise.all(
      ['white', 'black'].map((background) =>
        sharp({ create: { width, height, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const image = await decode(
      await sharp([white, black], { join: { animated: true } })
        [format]()
        .toBuffer(),
    )
    expect(image).toMatchObject({ width, height })
    expect(image.data[0]).toBe(255)
  })
})

describe('EXIF orientation', () => {
  it.each(
    [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) =>
      (['jpeg', 'png', 'webp'] as const).map((format) => [orientation, format] as const),
    ),
  )('%i of a %s is told and not applied', async (orientation, format) => {
    const make = (picture: Sharp) => (format === 'webp' ? picture.webp({ lossless: true }) : picture[format]())
    const turned = await decode(await make(pixels(3)).withMetadata({ orientation }).toBuffer())
    const plain = await decode(await make(pixels(3)).toBuffer())
    expect(turned).toEqual({ ...plain, orientation })
  })

  it('of an AVIF is a property that its decoder applies', async () => {
    const bytes = await pixels(3)
      .avif({ lossless: true, chromaSubsampling: '4:4:4' })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const image = await decode(bytes)
    expect(image).toMatchObject({ width: height, height: width, orientation: 1 })
    // turned by 90 degrees clockwise: the first pixel is the lowest of the left column
    expect([...image.data.subarray(0, 3)]).toEqual([
      ...values(size * 3).subarray((height - 1) * width * 3, (height - 1) * width * 3 + 3),
    ])
  })
})

describe('maxPixels', () => {
  it('refuses a bomb by its header, naming both numbers', async () => {
    const bomb = makePng({ width: 20_000, height: 20_000, rows: new Uint8Array(10) })
    await expect(decode(bomb, 64_000_000)).rejects.toMatchObject({
      code: 'image-too-large',
      message: expect.stringMatching(/20000 x 20000 = 400000000 pixels, and 64000000 are allowed/),
    })
  })

  it('refuses a genuine bomb without decoding it', async () => {
    const bomb = makePng({
      width: 20_000,
      height: 20_000,
      bitDepth: 1,
      colourType: 0,
      rows: new Uint8Array(2501 * 20_000),
    })
    const before = process.memoryUsage().rss
    await expect(decode(bomb, 64_000_000)).rejects.toMatchObject({ code: 'image-too-large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('allows exactly as many', async () => {
    const bytes = await pixels(3).png().toBuffer()
    expect((await decode(bytes, size)).width).toBe(width)
    await expect(decode(bytes, size - 1)).rejects.toMatchObject({ code: 'image-too-large' })
  })
})

describe('damage', () => {
  const noise = () => sharp(values(200 * 200 * 3), { raw: { width: 200, height: 200, channels: 3 } })

  it.each(
    (['png', 'jpeg', 'webp', 'gif', 'avif'] as const).flatMap((format) =>
      [0.98, 0.5, 0.1].map((part) => [format, part] as const),
    ),
  )('a %s cut to %f of its length is corrupt', async (format, part) => {
    const bytes = await noise()[format]().toBuffer()
    const failure = decode(bytes.subarray(0, Math.floor(bytes.length * part)))
    await expect(failure).rejects.toMatchObject({ code: 'image-corrupt', cause: expect.any(Error) })
  })

  it('changed bytes of a PNG are noticed', async () => {
    const bytes = await noise().png().toBuffer()
    bytes[Math.floor(bytes.length / 2)] ^= 0xff
    await expect(decode(bytes)).rejects.toMatchObject({ code: 'image-corrupt' })
  })
})
