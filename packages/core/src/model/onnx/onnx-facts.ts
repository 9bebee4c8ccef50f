// What is known of an ONNX file before it is run.
import type { ByteRange } from './read-protobuf'

/** An input or output of the graph. */
export interface OnnxValue {
  readonly name: string
  /** As numpy calls it, e.g. 'float32'; 'sequence', 'map', 'optional' and 'sparse' for what is no dense tensor. */
  readonly type: string
  /** Numbers where a size is fixed, names or null where it is not; null where even the rank is open. */
  readonly shape: readonly (number | string | null)[] | null
  /** The operator whose result an output is; undefined for inputs. */
  readonly operator?: string
}

/** Weights that lie in another file. */
export interface ExternalTensor {
  readonly name: string
  /** Path from the folder of the model, as the file has it. */
  readonly location: string
  readonly offset: number
  /** Null: up to the end of that file. */
  readonly length: number | null
  /** Bytes that its shape and type need. */
  readonly bytes: number
  /** The whole TensorProto within the file. */
  readonly range: ByteRange
}

export interface OnnxFacts {
  readonly irVersion: number
  /** Version of the standard operators; 0 where the file names none. */
  readonly opset: number
  /** Values that must be fed: those with an initial value are not among them. */
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
  /** Numbers in all initializers of the graph. */
  readonly parameters: number
  readonly nodes: number
  readonly external: readonly ExternalTensor[]
  /** The GraphProto within the file. */
  readonly graph: ByteRange
}
