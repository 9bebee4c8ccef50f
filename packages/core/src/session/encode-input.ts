// Preprocessed pictures as float32 in; the tensor of the type that the graph takes out.
import type { InputTensor, InputType, Tensor } from '../tensor'
import { toFloat16 } from './float16'

/** uint8 takes the levels as they are: the manifest's rules leave them whole and within 0 to 255. */
export function encodeInput(tensor: Tensor, type: InputType): InputTensor {
  if (type === 'float32') return tensor
  const { data, dims } = tensor
  return { type, data: type === 'uint8' ? Uint8Array.from(data) : Uint16Array.from(data, toFloat16), dims }
}
