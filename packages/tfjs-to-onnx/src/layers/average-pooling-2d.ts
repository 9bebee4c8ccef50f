// An AveragePooling2D layer comes in; an AveragePool that leaves padding out of the mean, as tfjs does, goes out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitPoolWindow } from './pool-window'

export const emitAveragePooling2D = (context: LayerContext): Value[] => emitPoolWindow(context, 'AveragePool', 2)
