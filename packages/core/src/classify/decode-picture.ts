// A picture of any kind in, its pixels out: raw pixels are read here, encoded pictures by the platform.
import { untilAborted } from '../abort/until-aborted'
import type { DecodedImage, PixelImage } from '../image'
import { loadPart } from '../load-part'
import { isDecodedSource } from '../pixels/is-decoded-source'
import type { DecodedSource, DecodeOptions, Runtime } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'

export async function decodePicture<Source>(
  platform: Pick<Runtime<Source, never>, 'decodeImage'>,
  picture: Source | DecodedSource,
  options: DecodeOptions,
): Promise<DecodedImage | PixelImage> {
  if (isDecodedSource(picture)) return (await loadPart(() => import('../pixels/read-pixels'))).readPixels(picture)
  if (!mayBePicture(picture)) throw (await loadPart(() => import('./no-picture'))).noPicture(picture)
  const decoding = withTypedErrors('image-unreadable', 'The picture could not be read', () =>
    platform.decodeImage(picture as Source, options))
  return untilAborted(decoding, options.signal)
}

/** Strings and objects: the platform knows which. */
export function mayBePicture(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value))
}
