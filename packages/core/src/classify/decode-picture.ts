// A picture of any kind in, its pixels out: raw pixels are read here, encoded pictures by the platform.
import { untilAborted } from '../abort/until-aborted'
import type { DecodedImage, PixelImage } from '../image'
import type { DecodedSource, DecodeOptions, Runtime } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'
import { loadOtherPictures } from './load-other-pictures'
import { mayBePicture } from './may-be-picture'

export async function decodePicture<Source>(
  platform: Pick<Runtime<Source, never>, 'decodeImage'>,
  picture: Source | DecodedSource,
  options: DecodeOptions,
): Promise<DecodedImage | PixelImage> {
  if (!mayBePicture(picture)) throw (await loadOtherPictures()).noPicture(picture)
  // every kind of pixels has them as `data`
  if (typeof picture === 'object' && picture !== null && 'data' in picture) {
    const { isDecodedSource, readPixels } = await loadOtherPictures()
    if (isDecodedSource(picture)) return readPixels(picture)
  }
  const decoding = withTypedErrors('image-unreadable', 'The picture could not be read', () =>
    platform.decodeImage(picture as Source, options))
  return untilAborted(decoding, options.signal)
}
