// A size in, pictures for the tests of preprocessing out: the same ones every time.
import type { GreyImage } from './opaque-image'

export function draw(width: number, height: number, value: (column: number, row: number) => number): GreyImage {
  const length = width * height
  const data = Uint8Array.from({ length }, (_, index) => value(index % width, Math.floor(index / width)))
  return { data, width, height, channels: 1 }
}

/** Bytes of a xorshift generator: no two neighbours have anything to do with each other. */
export function noiseBytes(length: number, seed = 1): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 24
  })
}

export function noise(width: number, height: number): GreyImage {
  return { data: noiseBytes(width * height), width, height, channels: 1 }
}

export function mirrored({ data, width, height }: GreyImage): GreyImage {
  return draw(width, height, (column, row) => data[row * width + width - 1 - column])
}

export function transposed({ data, width, height }: GreyImage): GreyImage {
  return draw(height, width, (column, row) => data[column * width + row])
}
