// A picture and the input of a model in; the picture at the input's size, resampled and cut as the manifest says, out.
import type { ModelInput, PillowResize } from '../manifest'
import { fitSquare } from './fit-square'
import type { GreyImage, OpaqueImage } from './opaque-image'
import { centreWindow } from './picture-window'
import type { Size } from './picture-window'
import { resizePillow } from './resize-pillow'
import { sumGreyByVectors } from './weigh-by-vectors'

/** The picture itself where it has the size already. */
export function fitInput(image: OpaqueImage, { width, height, resize }: ModelInput): OpaqueImage {
  if (resize.method === 'lanczos3') return fitSquare(image as GreyImage, width, height, sumGreyByVectors)
  const size = resize.method === 'none' ? image : resizedSize(image, resize)
  // A picture that is not resized is one that is picked pixel by pixel.
  const filter = resize.method === 'none' ? 'nearest' : resize.method
  return resizePillow(image, size, centreWindow(size, { width, height }), filter)
}

/** The longer side keeps the aspect and is cut down to whole pixels, as transformers does. */
function resizedSize({ width, height }: Size, resize: PillowResize): Size {
  if (resize.fit === 'exact') return { width: resize.width, height: resize.height }
  const { length } = resize
  if (width <= height) return { width: length, height: Math.trunc((length * height) / width) }
  return { width: Math.trunc((length * width) / height), height: length }
}
