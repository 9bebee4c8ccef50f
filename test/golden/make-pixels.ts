// A size in; pixels that show when anything is shifted, swapped or lost out.
import type { GoldenPixels } from './store-turned'

/** Grey: a shape without symmetry on white. */
export function makeGrey(width: number, height: number): GoldenPixels {
  const data = new Uint8Array(width * height).fill(252)
  for (let row = Math.ceil(height / 10); row < height * 0.9; row++) {
    const left = Math.ceil(width * (0.1 + (0.25 * row) / height))
    for (let column = left; column < width * 0.9; column++) data[row * width + column] = (column * 7 + row * 13) % 160
  }
  return { data, width, height, channels: 1 }
}

/** RGB with a different course in every channel. */
export function makeColour(width: number, height: number): GoldenPixels {
  const { data: grey } = makeGrey(width, height)
  const data = new Uint8Array(grey.length * 3)
  for (let index = 0; index < grey.length; index++) {
    const [column, row] = [index % width, Math.floor(index / width)]
    const isGround = grey[index] === 252
    data.set(isGround ? [252, 252, 252] : [(column * 5) % 200, (row * 5) % 200, (column + row) % 200], index * 3)
  }
  return { data, width, height, channels: 3 }
}

/** Adds alpha: every value from 0 to 255 occurs, and what is transparent has a colour that must not show. */
export function addAlpha({ data, width, height, channels }: GoldenPixels): GoldenPixels {
  const sheer = new Uint8Array(width * height * (channels + 1))
  for (let pixel = 0; pixel < width * height; pixel++) {
    sheer.set(data.subarray(pixel * channels, (pixel + 1) * channels), pixel * (channels + 1))
    sheer[pixel * (channels + 1) + channels] = Math.min(255, ((pixel % width) * 300) / width)
  }
  return { data: sheer, width, height, channels: channels + 1 }
}

/** Many pixels that compress to a few kilobytes: bands of equal rows, which a dark shape crosses. */
export function makeLarge(width: number, height: number): GoldenPixels {
  const data = new Uint8Array(width * height).fill(255)
  for (let row = Math.floor(height / 5); row < height * 0.85; row++) {
    const step = Math.floor((row / height) * 10)
    const left = Math.floor(width * (0.1 + step / 50))
    const right = Math.floor(width * 0.8)
    for (let column = left; column < right; column++) {
      data[row * width + column] = 20 + Math.floor((column * 150) / width)
    }
  }
  return { data, width, height, channels: 1 }
}

export function negate(pixels: GoldenPixels): GoldenPixels {
  return { ...pixels, data: pixels.data.map((value) => 255 - value) }
}
