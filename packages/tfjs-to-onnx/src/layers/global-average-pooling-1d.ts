// A GlobalAveragePooling1D layer comes in; GlobalAveragePool over the steps and Flatten go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitPoolGlobally } from './pool-globally'

export const emitGlobalAveragePooling1D = (context: LayerContext): Value[] =>
  emitPoolGlobally(context, 'GlobalAveragePool')
