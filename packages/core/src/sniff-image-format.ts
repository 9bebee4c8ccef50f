// The bytes of a file in, the format of the picture out: told by the bytes themselves, never by a name or a header.
import { ClassifierError } from './classifier-error'
import { formatOf } from './image-format/format-of'
import type { ImageFormat } from './image-format/format-of'
import { nameForeignFormat } from './image-format/name-foreign-format'

/**
 * Tells the format from the first bytes. Only the start is looked at: the rest may still be damaged.
 * @param source What the bytes came from (a path, an address); quoted in errors.
 * @throws `image-empty` for no bytes, `image-unsupported` for everything that is none of the five formats.
 */
export function sniffImageFormat(bytes: Uint8Array, source?: string): { format: ImageFormat } {
  const name = source === undefined ? 'the picture' : JSON.stringify(source)
  if (bytes.length === 0) {
    throw new ClassifierError('image-empty', `Cannot decode ${name}: it has 0 bytes. Pass a picture.`)
  }
  const format = formatOf(bytes)
  if (format !== undefined) return { format }
  throw new ClassifierError('image-unsupported', `Cannot decode ${name}: ${nameForeignFormat(bytes)}`)
}
