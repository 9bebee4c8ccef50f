// The levels of a picture in; the same as the float32 values from 0 to 1 that the model takes out.
import type { PixelImage } from '../image'

/** The float32 nearest to value / 255: the same 256 numbers that training divides its pictures into. */
export const unitValues = Float32Array.from({ length: 256 }, (_, value) => Math.fround(value / 255))

/** [data.length]. @param tensor where to write them; default: memory of its own */
export function unitTensor(data: PixelImage['data'], tensor: Float32Array = new Float32Array(data.length)): Float32Array {
  for (let index = 0; index < data.length; index++) tensor[index] = unitValues[data[index]]
  return tensor
}
