// Shapes and settings of a convolution in, the sizes that its gradients need out.
import type { Attribute, backend_util, NamedAttrMap } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../tensorflow'

type Shape4D = [number, number, number, number]

export interface ConvolutionGeometry {
  readonly kernel: readonly [height: number, width: number]
  readonly strides: readonly [height: number, width: number]
  readonly input: readonly [height: number, width: number]
  readonly output: readonly [height: number, width: number]
  /** Zeros above and to the left of the input. */
  readonly before: readonly [top: number, left: number]
}

/** Throws for channels first and for dilated kernels, which no network here has. */
export function convolutionGeometry(
  tf: TensorFlow,
  attributes: NamedAttrMap | undefined,
  inputShape: number[],
  filterShape: number[],
  depthwise = false,
): ConvolutionGeometry {
  const { strides, pad, dimRoundingMode, dataFormat = 'NHWC', dilations = 1 } = attributes ?? {}
  if (dataFormat !== 'NHWC' || [dilations as number | number[]].flat().some((rate) => rate !== 1)) {
    const received = `${String(dataFormat)} and dilations ${JSON.stringify(dilations satisfies Attribute | Attribute[])}`
    throw new Error(`The gradients for wasm are for NHWC without dilation, and this convolution has ${received}.`)
  }
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as Shape4D,
    filterShape as Shape4D,
    strides as number | [number, number],
    1,
    pad as Parameters<typeof backend_util.computeConv2DInfo>[4],
    dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
    depthwise,
  )
  return {
    kernel: [info.filterHeight, info.filterWidth],
    strides: [info.strideHeight, info.strideWidth],
    input: [info.inHeight, info.inWidth],
    output: [info.outHeight, info.outWidth],
    before: [info.padInfo.top, info.padInfo.left],
  }
}
