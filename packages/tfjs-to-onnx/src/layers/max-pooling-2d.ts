// A MaxPooling2D layer comes in; a MaxPool with explicit pads goes out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitPoolWindow } from './pool-window'

export const emitMaxPooling2D = (context: LayerContext): Value[] => emitPoolWindow(context, 'MaxPool', 2)
