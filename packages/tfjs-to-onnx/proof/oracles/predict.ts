// A live model and numbers come in; what TensorFlow.js computes on its current backend goes out.
import * as core from '@tensorflow/tfjs-core'
import type { Tensor } from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import type { Feed, NumberTensor } from '../numbers'

export function predict(model: LayersModel, feeds: readonly Feed[]): NumberTensor[] {
  const inputs = feeds.map(({ data, shape, dataType }) => core.tensor([...data], [...shape], dataType))
  const outputs = [model.predict(inputs.length === 1 ? inputs[0] : inputs)].flat() as Tensor[]
  const numbers = outputs.map(output => ({ shape: [...output.shape], data: output.dataSync() }))
  core.dispose([...inputs, ...outputs])
  return numbers
}
