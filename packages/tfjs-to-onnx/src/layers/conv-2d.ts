// A Conv2D layer comes in; a Conv with explicit pads, and the fused activation, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitConvolution } from './emit-convolution'

export const emitConv2D = (context: LayerContext): Value[] => emitConvolution(context, 2)
