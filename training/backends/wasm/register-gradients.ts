// TensorFlow.js with its wasm backend in; the same with the kernels that training convolutions needs.
import type { KernelBackend, KernelFunc, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../tensorflow'
import { filterGradient, inputGradient } from './convolution-gradients'
import { convolutionGeometry, type ConvolutionGeometry } from './convolution-geometry'
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise-gradients'
import { KernelChain } from './kernel-chain'

type Gradient = (chain: KernelChain, first: TensorInfo, second: TensorInfo, geometry: ConvolutionGeometry) => TensorInfo

/**
 * tfjs-backend-wasm 4.22 lacks three of these kernels, so that it trains no convolution; its Conv2DBackpropInput takes
 * many times as long as a convolution of the same size. The other gradients (pooling, resizing) it has.
 */
export function registerWasmGradients(tf: TensorFlow): void {
  if (tf.getKernel('Conv2DBackpropFilter', 'wasm')) return // registered before: kernels are global to the process
  const register = (kernelName: string, compute: (chain: KernelChain, call: KernelCall) => TensorInfo) => {
    const kernelFunc: KernelFunc = ({ inputs, attrs, backend }) => {
      const chain = new KernelChain(tf, backend as KernelBackend, 'wasm')
      return chain.finish(compute(chain, { inputs: inputs as KernelCall['inputs'], attrs }))
    }
    tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc })
  }
  const byFilter = (gradient: Gradient, depthwise: boolean) => (chain: KernelChain, { inputs, attrs }: KernelCall) => {
    const { x, dy } = inputs
    const geometry = convolutionGeometry(tf, attrs, x.shape, attrs?.filterShape as number[], depthwise)
    return gradient(chain, x, dy, geometry)
  }
  const byInput = (gradient: Gradient, depthwise: boolean) => (chain: KernelChain, { inputs, attrs }: KernelCall) => {
    const { dy, filter } = inputs
    const geometry = convolutionGeometry(tf, attrs, attrs?.inputShape as number[], filter.shape, depthwise)
    return gradient(chain, dy, filter, geometry)
  }
  tf.unregisterKernel('Conv2DBackpropInput', 'wasm')
  register('Conv2DBackpropFilter', byFilter(filterGradient, false))
  register('Conv2DBackpropInput', byInput(inputGradient, false))
  register('DepthwiseConv2dNativeBackpropFilter', byFilter(depthwiseFilterGradient, true))
  register('DepthwiseConv2dNativeBackpropInput', byInput(depthwiseInputGradient, true))
}

interface KernelCall {
  readonly inputs: Readonly<Record<'x' | 'dy' | 'filter', TensorInfo>>
  readonly attrs?: NamedAttrMap
}
