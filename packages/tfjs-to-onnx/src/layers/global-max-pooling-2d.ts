// A GlobalMaxPooling2D layer comes in; GlobalMaxPool and Flatten go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitPoolGlobally } from './pool-globally'

export const emitGlobalMaxPooling2D = (context: LayerContext): Value[] => emitPoolGlobally(context, 'GlobalMaxPool')
