// Preprocessed pictures in; one tensor of them all, filled up to the number that the graph takes, out.
import type { ModelInput } from '../manifest'
import type { Tensor } from '../tensor'

/**
 * [H * W * C] each -> [N, H, W, C] or [N, C, H, W]; those that lie so already are not copied. A fixed batch is filled up
 * with blanks.
 */
export function stackPictures(
  pictures: readonly Float32Array[],
  { layout, width, height, channels, batch }: ModelInput,
): Tensor {
  const count = batch ?? pictures.length
  const dims = layout === 'NCHW' ? [count, channels, height, width] : [count, height, width, channels]
  if (count === 1) return { data: pictures[0], dims }
  const size = width * height * channels
  if (count === pictures.length && lieInARow(pictures, size)) {
    return { data: new Float32Array(pictures[0].buffer, pictures[0].byteOffset, count * size), dims }
  }
  const data = new Float32Array(count * size)
  pictures.forEach((picture, index) => data.set(picture, index * size))
  return { data, dims }
}

function lieInARow(pictures: readonly Float32Array[], size: number): boolean {
  const [{ buffer, byteOffset, BYTES_PER_ELEMENT }] = pictures
  return pictures.every((picture, index) =>
    picture.buffer === buffer && picture.byteOffset === byteOffset + index * size * BYTES_PER_ELEMENT)
}
