// The samples of a PNG in; interleaved pixels of 8 bits, with alpha where the file has any, out.
import { colourKinds } from './png-file'
import type { PngFile } from './png-file'
import type { Samples } from './unpack-samples'

/** Samples of one pixel that come out: a palette becomes RGB, transparency a channel of its own. */
export function channelsOf({ colourType, transparency }: PngFile): 1 | 2 | 3 | 4 {
  const { samples, hasPalette } = colourKinds[colourType]
  return ((hasPalette ? 3 : samples) + (transparency === undefined ? 0 : 1)) as 1 | 2 | 3 | 4
}

/** 16 bits lose their lower 8; fewer than 8 are spread over 0..255, as libpng does. */
export function paintPixels(file: PngFile, samples: Samples): Uint8Array {
  if (colourKinds[file.colourType].hasPalette) return paintFromPalette(file, samples)
  const levels = toLevels(samples, file.bitDepth)
  return file.transparency === undefined ? levels : addAlpha(file, samples, levels, file.transparency)
}

function toLevels(samples: Samples, bitDepth: number): Uint8Array {
  if (samples instanceof Uint8Array && bitDepth === 8) return samples
  const levels = new Uint8Array(samples.length)
  const factor = 255 / (2 ** bitDepth - 1)
  for (let at = 0; at < levels.length; at++) levels[at] = bitDepth === 16 ? samples[at] >> 8 : samples[at] * factor
  return levels
}

/** The one colour that tRNS names, two bytes a sample, is transparent; all others are not. */
function addAlpha({ colourType }: PngFile, samples: Samples, levels: Uint8Array, colour: Uint8Array): Uint8Array {
  const { samples: width } = colourKinds[colourType]
  const wanted = Array.from({ length: width }, (_, index) => colour[2 * index] * 256 + colour[2 * index + 1])
  const pixels = new Uint8Array((levels.length / width) * (width + 1))
  for (let from = 0, to = 0; from < levels.length; from += width) {
    let isTransparent = true
    for (let index = 0; index < width; index++) {
      pixels[to++] = levels[from + index]
      isTransparent &&= samples[from + index] === wanted[index]
    }
    pixels[to++] = isTransparent ? 0 : 255
  }
  return pixels
}

function paintFromPalette({ palette, transparency }: PngFile, samples: Samples): Uint8Array {
  const width = transparency === undefined ? 3 : 4
  const pixels = new Uint8Array(samples.length * width)
  for (let from = 0, to = 0; from < samples.length; from++, to += width) {
    const colour = samples[from] * 3
    if (colour >= palette.length) throw new Error(`its palette has no colour ${samples[from]}`)
    pixels[to] = palette[colour]
    pixels[to + 1] = palette[colour + 1]
    pixels[to + 2] = palette[colour + 2]
    if (transparency !== undefined) pixels[to + 3] = transparency[samples[from]] ?? 255
  }
  return pixels
}
