// An Activation layer comes in; the nodes of the activation it names go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitActivation } from './activation-table'

export function emitActivationLayer(context: LayerContext): Value[] {
  return [emitActivation(context, context.inputs[0])]
}
