// The bytes of a picture and its format in; its size, orientation and whether it is whole out, without decoding it.
import type { sniffImageFormat } from '@stylelens/core'
import { readAvifHeader } from './avif-header'
import { readGifHeader } from './gif-header'
import { readJpegHeader } from './jpeg-header'
import type { PictureHeader } from './picture-header'
import { readPngHeader } from './png-header'
import { readWebpHeader } from './webp-header'

type ImageFormat = ReturnType<typeof sniffImageFormat>['format']

const readers: Readonly<Record<ImageFormat, (view: DataView) => PictureHeader | undefined>> = {
  png: readPngHeader,
  jpeg: readJpegHeader,
  webp: readWebpHeader,
  gif: readGifHeader,
  avif: readAvifHeader,
}

/** Undefined where not even the header is whole. */
export function readHeader(bytes: Uint8Array, format: ImageFormat): PictureHeader | undefined {
  return readers[format](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** The same file without its orientation: what a browser does with that differs, so the pipeline applies it. */
export function withoutOrientation(bytes: Uint8Array, { orientation, orientationAt }: PictureHeader): Uint8Array {
  if (orientation === 1 || orientationAt === undefined) return bytes
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint16(orientationAt.offset, 1, orientationAt.littleEndian)
  return copy
}
