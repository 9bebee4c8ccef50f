// What goes into a session in; the same as a tensor of onnxruntime out.
import type { InputTensor } from '@stylelens/core'
import type { Tensor } from 'onnxruntime-common'
import type { Onnxruntime } from './open-onnxruntime'

export function makeTensor(onnxruntime: Onnxruntime, { type = 'float32', data, dims }: InputTensor): Tensor {
  const tensor = new onnxruntime.Tensor(type, data, [...dims])
  // Where the engine has Float16Array, onnxruntime-common makes one of the bits, which onnxruntime-node 1.30 refuses.
  if (tensor.data !== data) Object.defineProperty(tensor, 'data', { value: data })
  return tensor
}
