// A decoded picture in, the tensor that the model takes out, and the same as a picture for looking at.
import type { DecodedImage, PixelImage } from '../image'
import type { ModelInput, PreprocessMode } from '../manifest'
import { pixelsError } from '../pixels/pixels-error'
import { fitInput } from './fit-input'
import type { OpaqueImage } from './opaque-image'
import { orient } from './orient'
import { takeSteps } from './take-steps'
import type { PreprocessedImage } from './take-steps'

/**
 * Turns a picture into what the model was trained on: the embedded models take a bright garment on black, one channel,
 * the input's size; others what their manifest says. Every mode applies the EXIF orientation, puts transparent pixels
 * on white and takes the luma, where the input has one channel. Then
 *
 * - `'auto'`: a picture with a bright background is inverted, where the manifest names a polarity; the picture is
 *   resampled and cut as the manifest says.
 * - `'fashion-mnist'`: the same, and never inverted: the picture is bright on black already.
 * - `'raw'`: the picture must have the input's size already, and is neither inverted nor resampled.
 *
 * The same picture gives the same bits on every JavaScript engine.
 *
 * @param image 8-bit pixels of any size. Without `orientation` they are as they are to be seen.
 * @throws `pixels-invalid` in mode `'raw'` for another size than the input's.
 */
export function preprocess(
  image: DecodedImage | PixelImage,
  input: ModelInput,
  mode: PreprocessMode,
): PreprocessedImage {
  return takeSteps(image, input, mode, { turn: orient, fit: mode === 'raw' ? copyFitting : fitInput })
}

function copyFitting(image: OpaqueImage, input: ModelInput): OpaqueImage {
  if (image.width === input.width && image.height === input.height) return { ...image, data: new Uint8Array(image.data) }
  throw pixelsError(`With preprocess: 'raw' a picture must be ${input.width} x ${input.height} pixels, `
    + `and is ${image.width} x ${image.height}. Use 'auto' or 'fashion-mnist' to have it resized.`)
}
