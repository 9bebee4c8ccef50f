// A Conv3D layer comes in; a Conv over [N, C, D, H, W] with explicit pads, and the fused activation, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitConvolution } from './emit-convolution'

export const emitConv3D = (context: LayerContext): Value[] => emitConvolution(context, 3)
