// Pictures large enough for vectors in; the very bytes that plain JavaScript gives out.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { OpaqueImage } from './opaque-image'
import { pillowKernels } from './pillow-filters'
import { noise, noiseBytes } from './test-pictures'

const square = { data: new Uint8Array(65536), rowBytes: 256, rows: 256 }

type Steps = Pick<typeof import('./resize-pillow'), 'resizePillow'> & Pick<typeof import('./resize-lanczos'), 'resizeLanczos'>
  & { readonly hasVectors: boolean }

/** Modules of their own, as what is opened is kept; so it is opened here. */
async function load(webAssembly: unknown): Promise<Steps> {
  vi.resetModules()
  vi.stubGlobal('WebAssembly', webAssembly)
  const { resizePillow } = await import('./resize-pillow')
  const { resizeLanczos } = await import('./resize-lanczos')
  const { sumGreyByVectors, weighRowsByVectors } = await import('./weigh-by-vectors')
  const withVectors: typeof resizeLanczos = (grey, width, height) => resizeLanczos(grey, width, height, sumGreyByVectors)
  const answer = weighRowsByVectors(square, 1, [{ first: 0, weights: Int32Array.of(1) }])
  return { resizePillow, resizeLanczos: withVectors, hasVectors: answer !== undefined }
}

const forbidden = { Module: class { constructor() { throw new Error('Refused by the Content Security Policy') } } }
const [vectors, plain] = [await load(Reflect.get(globalThis, 'WebAssembly')), await load(undefined)]

afterEach(() => vi.unstubAllGlobals())

function draw(width: number, height: number, channels: 1 | 3): OpaqueImage {
  return { data: noiseBytes(width * height * channels, width), width, height, channels }
}

/** Bright or dark, nothing between: what the lobes of a kernel overshoot must be cut off. */
const harsh = (image: OpaqueImage) => ({ ...image, data: Uint8Array.from(image.data, (value) => (value < 128 ? 0 : 255)) })

/** How many bytes are not the same; far faster than to compare large arrays. */
function difference(one: OpaqueImage, other: OpaqueImage): number {
  expect([one.width, one.height, one.channels]).toEqual([other.width, other.height, other.channels])
  return Uint8Array.from(one.data).filter((value, index) => value !== other.data[index]).length
}

it('are there, and are not where there is no WebAssembly', () => {
  expect([vectors, plain].map(({ hasVectors }) => hasVectors)).toEqual([true, false])
})

describe.each([1, 3] as const)('%s channels, as Pillow', (channels) => {
  it.each(Object.keys(pillowKernels) as (keyof typeof pillowKernels)[])('%s', (filter) => {
    for (const [width, height, to] of [[401, 307, [61, 33]], [193, 911, [190, 50]], [255, 129, [300, 200]]] as const) {
      const size = { width: to[0], height: to[1] }
      for (const window of [{ left: 0, top: 0, ...size }, { left: 7, top: 3, width: 23, height: 19 }]) {
        const image = harsh(draw(width, height, channels))
        const expected = plain.resizePillow(image, size, window, filter)
        expect(difference(vectors.resizePillow(image, size, window, filter), expected)).toBe(0)
      }
    }
  })
})

it.each([[300, 200], [1031, 401], [40000, 3], [200, 200]])('Lanczos in integers: %s x %s', (width, height) => {
  const expected = plain.resizeLanczos(noise(width, height), 28, 21)
  expect(difference(vectors.resizeLanczos(noise(width, height), 28, 21), expected)).toBe(0)
})

it('leave rows that are too long to plain JavaScript', () => {
  const line = draw(1_300_000, 1, 3)
  const [size, filter] = [{ width: 5, height: 1 }, 'box'] as const
  expect(vectors.resizePillow(line, size, { left: 0, top: 0, ...size }, filter))
    .toEqual(plain.resizePillow(line, size, { left: 0, top: 0, ...size }, filter))
})

it('give way where a page forbids WebAssembly', async () => {
  const { resizeLanczos, hasVectors } = await load(forbidden)
  expect(hasVectors).toBe(false)
  expect(difference(resizeLanczos(noise(300, 200), 28, 21), plain.resizeLanczos(noise(300, 200), 28, 21))).toBe(0)
})
