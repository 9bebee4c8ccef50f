// The bytes of a picture of any format in; its header out: loaded with the first that is no PNG, or one with EXIF.
import type { ImageFormat } from '@stylelens/core'
import { readAvifHeader } from './avif-header'
import { readExifOrientation } from './exif-orientation'
import { readGifHeader } from './gif-header'
import { readJpegHeader } from './jpeg-header'
import type { FileStructure, PictureHeader } from './picture-header'
import { readPngHeader } from './png-header'
import { readWebpHeader } from './webp-header'

const readers: Readonly<Record<ImageFormat, (view: DataView) => FileStructure | undefined>> = {
  png: readPngHeader,
  jpeg: readJpegHeader,
  webp: readWebpHeader,
  gif: readGifHeader,
  avif: readAvifHeader,
}

/** As `readHeader`. */
export function readOtherHeader(view: DataView, format: ImageFormat): PictureHeader | undefined {
  const structure = readers[format](view)
  if (structure === undefined) return undefined
  const { exif, ...header } = structure
  return { ...header, ...(exif ? readExifOrientation(view, exif) : { orientation: 1 }) }
}
