// A size and a seed in; raw pixels of something like a garment on white out, the same on every runtime.
import type { ContractPixels } from './fixtures'

const ground = 250

/** Grey: an uneven shape, so that no mirroring or turning leaves it as it is. Every seed gives another. */
export function drawnPixels(width: number, height: number, seed = 1): ContractPixels {
  const data = new Uint8Array(width * height).fill(ground)
  const [top, bottom] = [Math.ceil(height * 0.1), Math.floor(height * 0.9)]
  for (let row = top; row < bottom; row++) {
    const left = Math.ceil(width * (0.1 + 0.3 * ((row - top) / height)))
    const right = Math.floor(width * (0.9 - (0.05 * (seed % 7)) * ((bottom - row) / height)))
    for (let column = left; column < right; column++) data[row * width + column] = shade(column, row, seed)
  }
  return { data, width, height, channels: 1 }
}

function shade(column: number, row: number, seed: number): number {
  return (column * 3 + row * 5 + seed * 17 + ((column * row * seed) % 29)) % 170
}

/** The same picture with another number of channels; alpha is opaque, a second channel of colour repeats the grey. */
export function withChannels({ data, width, height }: ContractPixels, channels: 1 | 2 | 3 | 4): ContractPixels {
  const spread = new Uint8Array(width * height * channels)
  for (let index = 0; index < spread.length; index++) {
    const isAlpha = channels % 2 === 0 && index % channels === channels - 1
    spread[index] = isAlpha ? 255 : data[Math.floor(index / channels)]
  }
  return { data: spread, width, height, channels }
}

/** RGB whose channels differ. */
export function colouredPixels(width: number, height: number): ContractPixels {
  const grey = drawnPixels(width, height)
  const { data } = withChannels(grey, 3)
  return { ...grey, data: data.map((value, index) => Math.max(0, value - (index % 3) * 40)), channels: 3 }
}

export function negated(pixels: ContractPixels): ContractPixels {
  return { ...pixels, data: pixels.data.map((value) => 255 - value) }
}
