// The levels of a picture in; the same as the float32 values from 0 to 1 that the model takes out.
import type { PixelImage } from '../image'

/** The float32 nearest to value / 255: the same 256 numbers that training divides its pictures into. */
export const unitValues = Float32Array.from({ length: 256 }, (_, value) => Math.fround(value / 255))

/** [data.length] */
export function unitTensor(data: PixelImage['data']): Float32Array {
  return fillTensor(new Float32Array(data.length), data, unitValues)
}

/** What each of the 256 levels becomes stands in the table. */
export function fillTensor(tensor: Float32Array, data: PixelImage['data'], table: Float32Array): Float32Array {
  // Float32Array.from with a function takes far longer (bench/inference shows it).
  for (let index = 0; index < data.length; index++) tensor[index] = table[data[index]]
  return tensor
}
