// A decoded picture in; its tensor, by the steps that the embedded models need, out: for any other it is all loaded.
import { loadOtherPictures } from '../classify/load-other-pictures'
import type { DecodedImage, PixelImage } from '../image'
import type { ModelInput, PreprocessMode } from '../manifest'
import { fitSquare } from './fit-square'
import { flattenAlpha } from './flatten-alpha'
import { brightOnBlack } from './bright-on-black'
import { toGrey } from './to-grey'
import type { PreprocessedImage } from './preprocess'
import { unitTensor } from './unit-tensor'

function isUsual({ channels, resize, range: [low, high], normalization }: ModelInput): boolean {
  const isUnit = low === 0 && high === 1
  return channels === 1 && resize.method === 'lanczos3' && isUnit && normalization.applied === 'in-graph'
}

/** As `preprocess`, to the bit. */
export async function preprocessLean(
  image: DecodedImage | PixelImage,
  input: ModelInput,
  mode: PreprocessMode,
): Promise<PreprocessedImage> {
  const isUpright = !('orientation' in image) || image.orientation === 1
  if (!isUpright || mode === 'raw' || !isUsual(input)) {
    const { preprocess } = await loadOtherPictures()
    return preprocess(image, input, mode)
  }
  const grey = toGrey(flattenAlpha(image))
  const seen = fitSquare(mode === 'auto' && input.polarity ? brightOnBlack(grey) : grey, input.width, input.height)
  return { tensor: unitTensor(seen.data), seen }
}
