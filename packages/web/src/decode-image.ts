// A picture of any kind that a browser knows in, its pixels and the EXIF orientation still to be applied out.
import { loadPart, throwIfAborted, untilAborted } from '@stylelens/core'
import type { DecodedImage, DecodeOptions } from '@stylelens/core'
import { decodeBytes } from './decode-bytes'
import { downloadImage } from './download-image'
import type { WebSource } from './image-source'
import { loadPictureErrors } from './load-picture-errors'
import { pageAddress } from './page-address'

/** Undefined for whatever needs a closer look than http: and https: addresses do. */
function plainAddress(source: WebSource, { inputs }: DecodeOptions): string | undefined {
  if (typeof source !== 'string' || !inputs.network || /^data:/i.test(source)) return undefined
  try {
    const { protocol, username, password, href } = new URL(source, pageAddress())
    return /^https?:$/.test(protocol) && !username && !password ? href : undefined
  } catch {
    return undefined
  }
}

async function readBlob(blob: Blob, { maxBytes }: DecodeOptions): Promise<Uint8Array> {
  if (blob.size > maxBytes) throw (await loadPictureErrors()).tooLarge(blob, blob.size, maxBytes)
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (error) {
    throw (await loadPictureErrors()).blobError(blob, error)
  }
}

/** The bytes of the two kinds that most pictures are of, addresses and Blobs; undefined for any other. */
function readPlain(source: WebSource, options: DecodeOptions): Promise<Uint8Array> | undefined {
  if (source instanceof Blob) return readBlob(source, options)
  const address = plainAddress(source, options)
  return address === undefined ? undefined : downloadImage(address, source as string, options)
}

/**
 * Decodes PNG, JPEG, WebP, GIF (first frame) and AVIF; the bytes themselves say which it is, not a name.
 * Throws 'input-type', 'input-closed', 'image-*', 'decoder-missing' or 'aborted'.
 */
export async function decodeImage(source: WebSource, options: DecodeOptions): Promise<DecodedImage> {
  const { signal, maxPixels } = options
  throwIfAborted(signal)
  const reading = readPlain(source, options)
  if (reading === undefined) {
    const { decodeOther } = await loadPart(() => import('./other-pictures'))
    return decodeOther(source, options)
  }
  const bytes = await untilAborted(reading, signal)
  throwIfAborted(signal)
  return untilAborted(decodeBytes(bytes, source as string | Blob, maxPixels), signal)
}
