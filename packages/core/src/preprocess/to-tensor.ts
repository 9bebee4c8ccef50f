// Grey bytes in, the float32 values that the model takes out.
import type { GreyImage } from './opaque-image'

// The float32 nearest to value / 255: the same 256 numbers that training divides its pictures into.
const unitValues = Float32Array.from({ length: 256 }, (_, value) => Math.fround(value / 255))

/** Values 0..1, [height, width, 1]. */
export function toTensor({ data }: GreyImage): Float32Array {
  const tensor = new Float32Array(data.length)
  // Float32Array.from with a function takes far longer (bench/inference shows it).
  for (let index = 0; index < data.length; index++) tensor[index] = unitValues[data[index]]
  return tensor
}
