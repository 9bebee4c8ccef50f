// An InputLayer whose value is already bound comes in; the same value, in the layer's data type, goes out.
import { castTo } from '../cast-node'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitInputLayer(context: LayerContext): Value[] {
  const { config, inputs: [input] } = context
  config.expect('sparse', false, 'sparse inputs do not exist in ONNX Runtime')
  // The input of a nested model may declare another type than it is given; tfjs casts, too.
  return [castTo(context, input, config.optional('dtype') === 'int32' ? 'int32' : 'float32')]
}
