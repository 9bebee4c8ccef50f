// The levels of a picture in; the same as the float32 values from 0 to 1 that the model takes out.
import type { PixelImage } from '../image'

/** The float32 nearest to value / 255: the same 256 numbers that training divides its pictures into. */
export const unitValues = Float32Array.from({ length: 256 }, (_, value) => Math.fround(value / 255))

/** [data.length]. @param tensor where to write them; default: memory of its own */
export function unitTensor(data: PixelImage['data'], tensor: Float32Array = new Float32Array(data.length)): Float32Array {
  return fillTensor(tensor, data, unitValues)
}

/** What each of the 256 levels becomes stands in the table. */
export function fillTensor(tensor: Float32Array, data: PixelImage['data'], table: Float32Array): Float32Array {
  // Float32Array.from with a function takes far longer, one at a time nearly twice as long (bench/inference shows it).
  const inFours = data.length - data.length % 4
  for (let index = 0; index < inFours; index += 4) {
    tensor[index] = table[data[index]]
    tensor[index + 1] = table[data[index + 1]]
    tensor[index + 2] = table[data[index + 2]]
    tensor[index + 3] = table[data[index + 3]]
  }
  for (let index = inFours; index < data.length; index++) tensor[index] = table[data[index]]
  return tensor
}
