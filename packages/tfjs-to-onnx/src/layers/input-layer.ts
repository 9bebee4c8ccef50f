// An InputLayer whose value is already bound comes in; the same value goes out, after its settings were checked.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitInputLayer({ config, inputs }: LayerContext): Value[] {
  config.expect('sparse', false, 'sparse inputs do not exist in ONNX Runtime')
  return [inputs[0]]
}
