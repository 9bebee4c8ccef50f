// A Conv3DTranspose layer comes in; a ConvTranspose over [N, C, D, H, W], and the fused activation, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitTransposedConvolution } from './emit-transposed-convolution'

export const emitConv3DTranspose = (context: LayerContext): Value[] => emitTransposedConvolution(context, 3)
