// A GlobalMaxPooling1D layer comes in; GlobalMaxPool over the steps and Flatten go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitPoolGlobally } from './pool-globally'

export const emitGlobalMaxPooling1D = (context: LayerContext): Value[] =>
  emitPoolGlobally(context, 'GlobalMaxPool')
