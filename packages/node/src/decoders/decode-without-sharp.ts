// The bytes of a picture in; its pixels out where it is a PNG or a JPEG, and for the others what brings their decoder.
import { ClassifierError } from '@stylelens/core'
import type { DecodedImage } from '@stylelens/core'
import { checkPixels, corruptPicture } from './picture-errors'
import type { PictureSize } from './picture-errors'
import { decodeJpeg } from './jpeg/decode-jpeg'
import { readJpegHeader } from './jpeg/read-jpeg-header'
import { decodePng } from './png/decode-png'
import { readPngHeader } from './png/read-png'

export interface WithoutSharp {
  readonly maxPixels: number
  /** Why sharp could not be loaded. */
  readonly failure: unknown
}

interface Decoder {
  /** Throws an Error where the header is damaged. `special` names a kind that sharp alone decodes. */
  readonly readHeader: (bytes: Uint8Array) => PictureSize & { readonly special?: string | undefined }
  readonly decode: (bytes: Uint8Array) => Promise<DecodedImage>
}

const formatNames: Readonly<Record<string, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  gif: 'GIF',
  avif: 'AVIF',
}

const decoders: Readonly<Record<string, Decoder>> = {
  png: { readHeader: readPngHeader, decode: decodePng },
  jpeg: {
    readHeader: (bytes) => {
      const { width, height, components, precision } = readJpegHeader(bytes)
      const special = components === 4 ? 'CMYK' : precision !== 8 ? `${precision}-bit` : undefined
      return { width, height, special }
    },
    decode: decodeJpeg,
  },
}

/**
 * What decodeWithSharp gives, for PNG and JPEG: the same pixels (docs/decisions/0014-decoding-without-sharp.md).
 * Throws 'decoder-missing' for other formats and for CMYK, 'image-too-large' from the header alone, 'image-corrupt'.
 */
export async function decodeWithoutSharp(
  bytes: Uint8Array,
  format: string,
  name: string,
  { maxPixels, failure }: WithoutSharp,
): Promise<DecodedImage> {
  const decoder = decoders[format]
  const kind = formatNames[format] ?? format
  if (decoder === undefined) throw decoderMissing(name, kind, failure)
  const header = orCorrupt(() => decoder.readHeader(bytes), name, format)
  checkPixels(header, name, maxPixels)
  if (header.special !== undefined) throw decoderMissing(name, `a ${header.special} ${kind}`, failure)
  try {
    return await decoder.decode(bytes)
  } catch (error) {
    if (isLoadFailure(error)) throw decoderMissing(name, kind, error)
    throw corruptPicture(name, format, error)
  }
}

function orCorrupt<Value>(read: () => Value, name: string, format: string): Value {
  try {
    return read()
  } catch (error) {
    throw corruptPicture(name, format, error)
  }
}

/** The decoder of JPEG is a package too. */
function isLoadFailure(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(ERR_)?MODULE_NOT_FOUND$|^ENOENT$/.test(code)
}

function decoderMissing(name: string, kind: string, cause: unknown): ClassifierError {
  return new ClassifierError(
    'decoder-missing',
    `Cannot decode ${name}: it is ${kind}, which needs sharp, and sharp cannot be loaded. ` +
      'Run `npm install --include=optional sharp`, or pass a PNG, a JPEG or decoded pixels.',
    { cause },
  )
}
