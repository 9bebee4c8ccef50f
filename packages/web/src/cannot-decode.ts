// The bytes of a picture that cannot be decoded, and what its header says, in; the typed error that says why out.
import { ClassifierError, describeSource, nameOfSource, sniffImageFormat } from '@stylelens/core'
import type { EncodedSource, ImageFormat } from '@stylelens/core'
import type { PictureHeader } from './header/picture-header'
import { checkPixels, corrupt, empty } from './source-errors'

/** The browser itself has refused it. */
export const cannotDecode = (source: EncodedSource, format: ImageFormat, cause: unknown) =>
  corrupt(describeSource(source), format, cause)

/** 'image-empty', 'image-unsupported', 'decoder-missing', 'image-corrupt' or 'image-too-large'. */
export function whyUndecodable(
  bytes: Uint8Array,
  source: EncodedSource,
  header: PictureHeader | undefined,
  maxPixels: number,
): ClassifierError {
  const name = describeSource(source)
  const { format } = sniffImageFormat(bytes, nameOfSource(source))
  if (typeof createImageBitmap !== 'function') {
    return new ClassifierError(
      'decoder-missing',
      `Cannot decode ${name}: there is no createImageBitmap here. ` +
        'In Node import @stylelens/node; elsewhere pass pixels.',
    )
  }
  if (header === undefined) return corrupt(name, format, new Error('its header cannot be read'))
  // some browsers show what is there of a picture, and grey for the rest
  if (header.damage !== undefined) return corrupt(name, format, new Error(header.damage))
  checkPixels(header.width, header.height, name, maxPixels)
  return empty(name, 'it has no pixels. Pass a picture.')
}
