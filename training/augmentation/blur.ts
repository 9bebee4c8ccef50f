// A picture in; blurred along its rows and then its columns, in place. Beyond the edge the value at the edge counts.
import { PICTURE_PIXELS, PICTURE_SIDE } from '../dataset/picture-size'
import { gaussianKernel } from './gaussian-kernel'

const between = new Float32Array(PICTURE_PIXELS) // kept, so that no picture allocates

/** `deviation` of the Gaussian, pixels; its kernel ends at three deviations. */
export function blur(picture: Float32Array, deviation: number): void {
  const kernel = gaussianKernel(deviation, Math.ceil(3 * deviation))
  blurAlong(picture, between, kernel, 1, PICTURE_SIDE)
  blurAlong(between, picture, kernel, PICTURE_SIDE, 1)
}

/** `step` leads to the next value of a line, `next` to the next line. */
function blurAlong(source: Float32Array, target: Float32Array, kernel: number[], step: number, next: number): void {
  const radius = (kernel.length - 1) / 2
  for (let line = 0; line < PICTURE_SIDE; line++) {
    for (let place = 0; place < PICTURE_SIDE; place++) {
      let sum = 0
      for (let offset = -radius; offset <= radius; offset++) {
        const at = Math.min(PICTURE_SIDE - 1, Math.max(0, place + offset))
        sum += kernel[offset + radius] * source[line * next + at * step]
      }
      target[line * next + place * step] = sum
    }
  }
}
