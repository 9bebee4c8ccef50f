// Runs TensorFlow's own operations by name on tfjs-node: attribute lists and tensors in, tensors out.
import type { Tensor } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './tensorflow'

// Codes of TensorFlow's C API (TF_AttrType and TF_DataType in c_api.h), which the native binding takes.
const attributeCodes = { string: 0, float: 2, boolean: 3, type: 4 } as const
const float32Type = 1

interface Attribute {
  readonly name: string
  readonly type: number
  readonly value: unknown
}

/** The part of tfjs-node's backend that runs an operation by its name. */
interface OperationRunner {
  executeSingleOutput(name: string, attributes: Attribute[], inputs: Tensor[]): Tensor
  executeMultipleOutputs(name: string, attributes: Attribute[], inputs: Tensor[], outputs: number): Tensor[]
}

export const attribute = {
  float32: (name: string): Attribute => ({ name, type: attributeCodes.type, value: float32Type }),
  float: (name: string, value: number): Attribute => ({ name, type: attributeCodes.float, value }),
  string: (name: string, value: string): Attribute => ({ name, type: attributeCodes.string, value }),
  boolean: (name: string, value: boolean): Attribute => ({ name, type: attributeCodes.boolean, value }),
}

/** True where the active backend is TensorFlow's own, so that operationRunner works. */
export function hasOperations(tf: TensorFlow): boolean {
  return tf.getBackend() === 'tensorflow'
}

/** The runner behind the active backend; tfjs-node only. */
export function operationRunner(tf: TensorFlow): OperationRunner {
  return tf.backend() as unknown as OperationRunner
}
