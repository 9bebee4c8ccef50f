// A decoded picture in; its tensor, by the steps that the embedded models need, out: for any other it is all loaded.
import { loadOtherPictures } from '../classify/load-other-pictures'
import type { DecodedImage, PixelImage } from '../image'
import type { ModelInput, PreprocessMode } from '../manifest'
import { fitSquare } from './fit-square'
import { flattenAlpha } from './flatten-alpha'
import { brightOnBlack } from './bright-on-black'
import { toGrey } from './to-grey'
import { unitTensor } from './unit-tensor'

/** Pixels; for more the code that resamples by vectors takes less time, with its loading. */
const largestPlain = 512 * 512

function isUsual({ channels, resize, range: [low, high], normalization }: ModelInput): boolean {
  const isUnit = low === 0 && high === 1
  return channels === 1 && resize.method === 'lanczos3' && isUnit && normalization.applied === 'in-graph'
}

/** As `prepareInput`, to the bit. */
export async function prepareLean(
  image: DecodedImage | PixelImage,
  input: ModelInput,
  mode: PreprocessMode,
  into?: Float32Array,
): Promise<Float32Array> {
  const isUpright = !('orientation' in image) || image.orientation === 1
  const isLarge = image.width * image.height > largestPlain
  if (!isUpright || isLarge || mode === 'raw' || !isUsual(input)) {
    const { prepareInput } = await loadOtherPictures()
    return prepareInput(image, input, mode, into)
  }
  const grey = toGrey(flattenAlpha(image))
  const bright = mode === 'auto' && input.polarity ? brightOnBlack(grey) : grey
  return unitTensor(fitSquare(bright, input.width, input.height).data, into)
}
