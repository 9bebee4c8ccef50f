// A GlobalAveragePooling2D layer comes in; GlobalAveragePool and Flatten go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitPoolGlobally } from './pool-globally'

export const emitGlobalAveragePooling2D = (context: LayerContext): Value[] =>
  emitPoolGlobally(context, 'GlobalAveragePool')
