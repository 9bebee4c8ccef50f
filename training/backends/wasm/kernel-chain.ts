// Names of kernels and their inputs in, their outputs out; what lies between is disposed at the end.
import type { KernelBackend, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../tensorflow'

/** For a kernel that is made of other kernels of the same backend. Kernels know no tf.tidy, so each output is kept here. */
export class KernelChain {
  private readonly made: TensorInfo[] = []

  constructor(
    private readonly tf: TensorFlow,
    private readonly backend: KernelBackend,
    private readonly backendName: string,
  ) {}

  run(name: string, inputs: NamedTensorInfoMap | TensorInfo[], attrs: NamedAttrMap = {}): TensorInfo {
    const kernel = this.tf.getKernel(name, this.backendName)
    if (kernel === null) throw new Error(`The backend "${this.backendName}" of TensorFlow.js has no kernel "${name}".`)
    const output = kernel.kernelFunc({ inputs: inputs as NamedTensorInfoMap, attrs, backend: this.backend }) as TensorInfo
    this.made.push(output)
    return output
  }

  reshape(x: TensorInfo, shape: number[]): TensorInfo {
    return this.run('Reshape', { x }, { shape })
  }

  transpose(x: TensorInfo, perm: number[]): TensorInfo {
    return this.run('Transpose', { x }, { perm })
  }

  pad(x: TensorInfo, paddings: [number, number][]): TensorInfo {
    return this.run('PadV2', { x }, { paddings, constantValue: 0 })
  }

  slice(x: TensorInfo, begin: number[], size: number[]): TensorInfo {
    return this.run('Slice', { x }, { begin, size })
  }

  /** Gives `result` back and disposes every other output. */
  finish(result: TensorInfo): TensorInfo {
    for (const output of this.made) if (output !== result) this.backend.disposeData(output.dataId)
    return result
  }
}
