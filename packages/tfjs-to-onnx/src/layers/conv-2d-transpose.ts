// A Conv2DTranspose layer comes in; a ConvTranspose with explicit pads, and the fused activation, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitTransposedConvolution } from './emit-transposed-convolution'

export const emitConv2DTranspose = (context: LayerContext): Value[] => emitTransposedConvolution(context, 2)
