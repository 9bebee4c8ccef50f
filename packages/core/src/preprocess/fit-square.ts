// A grey picture and the size of the model's input in, the whole picture at that size on black out.
import type { GreyImage } from './opaque-image'
import { resizeLanczos } from './resize-lanczos'

/**
 * The longest side gets the input's length, the other keeps the aspect (rounded, a half up, at least 1). The picture is
 * centred; where a pixel is left over it goes to the top or left, as it did when Fashion-MNIST was made. A picture that
 * has the size already is given back as it is.
 */
export function fitSquare(
  grey: GreyImage,
  width: number,
  height: number,
  byVectors?: Parameters<typeof resizeLanczos>[3],
): GreyImage {
  const fitted = resizeLanczos(grey, ...fittedSize(grey, width, height), byVectors)
  // Row by row takes several times as long, which shows where the model is small.
  if (fitted.width === width && fitted.height === height) return fitted
  const left = Math.ceil((width - fitted.width) / 2)
  const top = Math.ceil((height - fitted.height) / 2)
  const data = new Uint8Array(width * height)
  for (let row = 0; row < fitted.height; row++) {
    const start = row * fitted.width
    data.set(fitted.data.subarray(start, start + fitted.width), (top + row) * width + left)
  }
  return { data, width, height, channels: 1 }
}

function fittedSize(grey: GreyImage, width: number, height: number): [width: number, height: number] {
  if (grey.width * height >= grey.height * width) return [width, scaleSide(grey.height, width, grey.width)]
  return [scaleSide(grey.width, height, grey.height), height]
}

/** `side * numerator / denominator`, rounded in integers: a half, which is exact here, goes up. */
function scaleSide(side: number, numerator: number, denominator: number): number {
  return Math.max(1, Math.floor((2 * side * numerator + denominator) / (2 * denominator)))
}
