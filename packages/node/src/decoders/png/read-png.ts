// The bytes of a PNG in; its header, palette and compressed rows out, with the orientation of its EXIF.
import { readExifOrientation } from '../exif-orientation'
import { colourKinds } from './png-file'
import type { ColourType, PngFile, PngHeader } from './png-file'
import { readChunks } from './read-chunks'

const wholeView = (data: Uint8Array) => new DataView(data.buffer, data.byteOffset, data.byteLength)

/** IHDR alone, which stands first; throws an Error for what PNG does not know. */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  const [first] = readChunks(bytes)
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw new Error('it does not begin with its header')
  const view = wholeView(first.data)
  const [bitDepth, colourType, compression, filter, interlace] = first.data.subarray(8)
  const header = {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bitDepth,
    colourType: colourType as ColourType,
    interlaced: interlace === 1,
  }
  const isKnown = colourKinds[header.colourType]?.depths.includes(bitDepth) === true
  if (!isKnown) throw new Error(`there is no colour type ${colourType} of ${bitDepth} bits`)
  if (header.width === 0 || header.height === 0) throw new Error('it has no pixels')
  if (compression !== 0 || filter !== 0 || interlace > 1) throw new Error('its method of compression is unknown')
  return header
}

/** Throws an Error where the structure of the file is damaged. Colour profiles and gamma are passed over. */
export function readPng(bytes: Uint8Array): PngFile {
  const header = readPngHeader(bytes)
  const compressed: Uint8Array[] = []
  let palette = new Uint8Array()
  let transparency: Uint8Array | undefined
  let orientation = 1
  for (const { type, data } of readChunks(bytes)) {
    if (type === 'IDAT') compressed.push(data)
    if (type === 'PLTE') palette = new Uint8Array(data)
    if (type === 'tRNS') transparency = data
    if (type === 'eXIf') orientation = readExifOrientation(wholeView(data), 0, data.length)
  }
  const { samples, hasPalette } = colourKinds[header.colourType]
  if (hasPalette && (palette.length === 0 || palette.length % 3 !== 0)) throw new Error('its palette is damaged')
  if (compressed.length === 0) throw new Error('it has no rows')
  // samples that hold alpha themselves have no use for it; a colour has two bytes for each sample
  const fits = transparency !== undefined && (hasPalette || (samples % 2 === 1 && transparency.length === samples * 2))
  return { ...header, palette, transparency: fits ? transparency : undefined, compressed, orientation }
}
