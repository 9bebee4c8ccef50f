// A decoded picture in, the tensor that the model takes out, and the same as a picture for looking at.
import type { DecodedImage, PixelImage } from '../image'
import type { ModelInput, PreprocessMode } from '../manifest'
import { pixelsError } from '../pixels/pixels-error'
import { brightOnBlack } from './bright-on-black'
import { fitInput } from './fit-input'
import type { GreyImage, OpaqueImage } from './opaque-image'
import { inColour, toChannels } from './to-channels'
import { toTensor } from './to-tensor'

export interface PreprocessedImage {
  /** The values that the model takes, [height, width, channels] or [channels, height, width] of its input. */
  readonly tensor: Float32Array
  /** The same picture as bytes, before they were scaled. Shares no memory with the picture that came in. */
  readonly seen: PixelImage
}

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
  const fitted = fitPicture(image, input, mode)
  const seen = fitted.data.buffer === image.data.buffer ? { ...fitted, data: new Uint8Array(fitted.data) } : fitted
  return { tensor: toTensor(seen, input), seen }
}

/** The tensor alone, which saves a copy. @param into where to write it; default: memory of its own */
export function prepareInput(
  image: DecodedImage | PixelImage,
  input: ModelInput,
  mode: PreprocessMode,
  into?: Float32Array,
): Float32Array {
  return toTensor(fitPicture(image, input, mode), input, into)
}

/** May share the memory of the picture. */
function fitPicture(image: DecodedImage | PixelImage, input: ModelInput, mode: PreprocessMode): OpaqueImage {
  const upright = toChannels(image, input.channels)
  if (mode === 'raw') checkSize(upright, input)
  // Only inputs of one channel have a polarity.
  const hasPolarity = mode === 'auto' && input.polarity !== undefined
  const bright = hasPolarity ? brightOnBlack(upright as GreyImage) : upright
  const fitted = mode === 'raw' ? bright : fitInput(bright, input)
  return input.channels === 3 ? inColour(fitted) : fitted
}

function checkSize(image: OpaqueImage, input: ModelInput): void {
  if (image.width === input.width && image.height === input.height) return
  throw pixelsError(`With preprocess: 'raw' a picture must be ${input.width} x ${input.height} pixels, `
    + `and is ${image.width} x ${image.height}. Use 'auto' or 'fashion-mnist' to have it resized.`)
}
