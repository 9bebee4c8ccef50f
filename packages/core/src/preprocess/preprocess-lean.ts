// A decoded picture in; its tensor, by the steps that most pictures need, out: any other step is loaded first.
import type { DecodedImage, PixelImage } from '../image'
import { loadPart } from '../load-part'
import type { ModelInput, PreprocessMode } from '../manifest'
import { fitSquare } from './fit-square'
import type { GreyImage } from './opaque-image'
import { takeSteps } from './take-steps'
import type { PreprocessedImage, PreprocessSteps } from './take-steps'

const usual: PreprocessSteps = { fit: (image, { width, height }) => fitSquare(image as GreyImage, width, height) }

/** As `preprocess`, whose every step is here from the beginning. */
export async function preprocessLean(
  image: DecodedImage | PixelImage,
  input: ModelInput,
  mode: PreprocessMode,
): Promise<PreprocessedImage> {
  const isUpright = !('orientation' in image) || image.orientation === 1
  if (isUpright && mode !== 'raw' && input.resize.method === 'lanczos3') return takeSteps(image, input, mode, usual)
  const { preprocess } = await loadPart(() => import('./preprocess'))
  return preprocess(image, input, mode)
}
