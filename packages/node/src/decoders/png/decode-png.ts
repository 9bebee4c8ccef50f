// The bytes of a PNG in; its stored pixels and its EXIF orientation out, by zlib and nothing else.
import type { DecodedImage } from '@stylelens/core'
import { inflateRows } from './inflate-rows'
import { interlacePasses } from './interlace-passes'
import type { Pass } from './interlace-passes'
import { channelsOf, paintPixels } from './paint-pixels'
import { colourKinds, rowLength } from './png-file'
import type { PngFile } from './png-file'
import { readPng } from './read-png'
import { unfilterRows } from './unfilter-rows'
import { unpackSamples } from './unpack-samples'

/** Rejects with an Error that says what is damaged. */
export async function decodePng(bytes: Uint8Array): Promise<DecodedImage> {
  const file = readPng(bytes)
  const { width, height, orientation, interlaced } = file
  const passes = interlacePasses(width, height, interlaced)
  const lengths = passes.map((pass) => pass.height * (1 + rowLength(file, pass.width)))
  const rows = await inflateRows(file.compressed, lengths.reduce((sum, length) => sum + length, 0))
  const channels = channelsOf(file)
  const data = interlaced ? new Uint8Array(width * height * channels) : decodePass(file, passes[0], rows)
  let from = 0
  for (const [index, pass] of interlaced ? passes.entries() : []) {
    const pixels = decodePass(file, pass, rows.subarray(from, from + lengths[index]))
    spread(pixels, pass, data, width, channels)
    from += lengths[index]
  }
  return { data, width, height, channels, orientation }
}

/** Filtered rows of one pass to its pixels: [pass.height, pass.width, channels]. */
function decodePass(file: PngFile, { width, height }: Pass, rows: Uint8Array): Uint8Array {
  const { samples } = colourKinds[file.colourType]
  const step = Math.max(1, (samples * file.bitDepth) / 8)
  const lines = unfilterRows(rows, height, rowLength(file, width), step)
  return paintPixels(file, unpackSamples(lines, height, width * samples, file.bitDepth))
}

/** Puts the pixels of a pass into their places in the picture. */
function spread(pixels: Uint8Array, pass: Pass, data: Uint8Array, width: number, channels: number): void {
  let from = 0
  for (let row = 0; row < pass.height; row++) {
    for (let column = 0; column < pass.width; column++) {
      const left = pass.left + column * pass.columnStep
      const to = ((pass.top + row * pass.rowStep) * width + left) * channels
      for (let channel = 0; channel < channels; channel++) data[to + channel] = pixels[from++]
    }
  }
}
