// A picture of any kind in, its pixels out: raw pixels are read here, encoded pictures by the platform.
import { untilAborted } from '../abort/until-aborted'
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'
import type { DecodedImage, PixelImage } from '../image'
import { isDecodedSource } from '../pixels/is-decoded-source'
import { readPixels } from '../pixels/read-pixels'
import type { DecodedSource, DecodeOptions, Runtime } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'

export async function decodePicture<Source>(
  platform: Pick<Runtime<Source, never>, 'decodeImage'>,
  picture: Source | DecodedSource,
  options: DecodeOptions,
): Promise<DecodedImage | PixelImage> {
  if (isDecodedSource(picture)) return readPixels(picture)
  refuseWhatIsNoPicture(picture)
  const decoding = withTypedErrors('image-unreadable', 'The picture could not be read', () =>
    platform.decodeImage(picture as Source, options))
  return untilAborted(decoding, options.signal)
}

export function refuseWhatIsNoPicture(value: unknown): void {
  if (typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value))) return
  const hint = Array.isArray(value) ? 'Lists of pictures cannot be nested.' : 'Pass a path, URL, Blob, bytes or pixels.'
  throw new ClassifierError('input-type', `A picture cannot be ${describeValue(value)}. ${hint}`)
}
