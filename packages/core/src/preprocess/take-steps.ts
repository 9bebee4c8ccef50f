// A decoded picture and two steps of preprocessing in; the tensor that the model takes, and a picture for looking at, out.
import type { DecodedImage, PixelImage } from '../image'
import type { ModelInput, PreprocessMode } from '../manifest'
import { invert } from './invert'
import { judgePolarity } from './judge-polarity'
import type { GreyImage, OpaqueImage } from './opaque-image'
import { inColour, toChannels } from './to-channels'
import { toTensor } from './to-tensor'

export interface PreprocessedImage {
  /** The values that the model takes, [height, width, channels] or [channels, height, width] of its input. */
  readonly tensor: Float32Array
  /** The same picture as bytes, before they were scaled. Shares no memory with the picture that came in. */
  readonly seen: PixelImage
}

/** The two that differ: most pictures need neither an orientation nor more than one way of resizing. */
export interface PreprocessSteps {
  /** Applies the EXIF orientation; without it the picture is as it is to be seen. */
  readonly turn?: (image: DecodedImage) => PixelImage
  /** To the input's size. The answer never shares memory with `image`. */
  fit(image: OpaqueImage, input: ModelInput): OpaqueImage
}

/** See `preprocess`. */
export function takeSteps(
  image: DecodedImage | PixelImage,
  input: ModelInput,
  mode: PreprocessMode,
  { turn, fit }: PreprocessSteps,
): PreprocessedImage {
  const upright = toChannels(image, input.channels, turn)
  const fitted = fit(mode === 'auto' ? brightOnBlack(upright, input) : upright, input)
  const seen = input.channels === 3 ? inColour(fitted) : fitted
  return { tensor: toTensor(seen, input), seen }
}

/** Only inputs of one channel have a polarity. */
function brightOnBlack(image: OpaqueImage, { polarity }: ModelInput): OpaqueImage {
  if (polarity === undefined) return image
  const grey = image as GreyImage
  return judgePolarity(grey) === 'bright-background' ? invert(grey) : grey
}
