// The bytes of a picture and its format in; its size, orientation and whether it is whole out, without decoding it.
import { loadPart } from '@stylelens/core'
import type { ImageFormat } from '@stylelens/core'
import type { PictureHeader } from './picture-header'
import { readPngHeader } from './png-header'

/** Undefined where not even the header is whole. */
export async function readHeader(bytes: Uint8Array, format: ImageFormat): Promise<PictureHeader | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const png = format === 'png' ? readPngHeader(view) : undefined
  if (png && !png.exif) return { ...png, orientation: 1 }
  const { readOtherHeader } = await loadPart(() => import('./other-headers'))
  return readOtherHeader(view, format)
}

/** The same file without its orientation: what a browser does with that differs, so the pipeline applies it. */
export function withoutOrientation(bytes: Uint8Array, { orientation, orientationAt }: PictureHeader): Uint8Array {
  if (orientation === 1 || orientationAt === undefined) return bytes
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint16(orientationAt.offset, 1, orientationAt.littleEndian)
  return copy
}
