// The bytes of a picture and its format in; its size, orientation and whether it is whole out, without decoding it.
import { loadPart } from '@stylelens/core'
import type { ImageFormat } from '@stylelens/core'
import type { PictureHeader } from './picture-header'
import { readPngHeader } from './png-header'

type HeaderReader = (view: DataView) => PictureHeader | undefined

async function readerOf(format: ImageFormat): Promise<HeaderReader> {
  if (format === 'png') return readPngHeader
  return (await loadPart(() => import('./rare-headers'))).rareHeaders[format]
}

/** Undefined where not even the header is whole. */
export async function readHeader(bytes: Uint8Array, format: ImageFormat): Promise<PictureHeader | undefined> {
  const read = await readerOf(format)
  return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** The same file without its orientation: what a browser does with that differs, so the pipeline applies it. */
export function withoutOrientation(bytes: Uint8Array, { orientation, orientationAt }: PictureHeader): Uint8Array {
  if (orientation === 1 || orientationAt === undefined) return bytes
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint16(orientationAt.offset, 1, orientationAt.littleEndian)
  return copy
}
