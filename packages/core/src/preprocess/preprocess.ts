// A decoded picture in, the tensor that the model takes out, and the same as a picture for looking at.
import type { DecodedImage, PixelImage } from '../image'
import type { ModelInput, PreprocessMode } from '../manifest'
import { pixelsError } from '../pixels/pixels-error'
import { fitSquare } from './fit-square'
import { flattenAlpha } from './flatten-alpha'
import type { GreyImage } from './opaque-image'
import { invert } from './invert'
import { judgePolarity } from './judge-polarity'
import { orient } from './orient'
import { toGrey } from './to-grey'
import { toTensor } from './to-tensor'

export interface PreprocessedImage {
  /** Grey 0..1, [height, width, 1] of the model's input. */
  readonly tensor: Float32Array
  /** The same values as bytes, one channel. Shares no memory with the picture that came in. */
  readonly seen: PixelImage
}

/**
 * Turns a picture into what the model was trained on: a bright garment on black, one channel, the input's size.
 * Every mode applies the EXIF orientation, puts transparent pixels on white and takes the luma. Then
 *
 * - `'auto'`: a picture with a bright background is inverted; the whole picture is fitted into the input.
 * - `'fashion-mnist'`: the picture is bright on black already; it is fitted into the input, never inverted.
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
  const grey = readGrey(image)
  if (mode === 'raw') checkSize(grey, input)
  const bright = mode === 'auto' && judgePolarity(grey) === 'bright-background' ? invert(grey) : grey
  const seen = fitSquare(bright, input.width, input.height)
  return { tensor: toTensor(seen), seen }
}

function readGrey(image: DecodedImage | PixelImage): GreyImage {
  const grey = toGrey(flattenAlpha(image))
  if (!('orientation' in image)) return grey
  // Turning only moves pixels, so it may as well come after: a quarter of the bytes, the same answer.
  return { ...orient({ ...grey, orientation: image.orientation }), channels: 1 }
}

function checkSize(grey: GreyImage, input: ModelInput): void {
  if (grey.width === input.width && grey.height === input.height) return
  throw pixelsError(`With preprocess: 'raw' a picture must be ${input.width} x ${input.height} pixels, `
    + `and is ${grey.width} x ${grey.height}. Use 'auto' or 'fashion-mnist' to have it resized.`)
}
