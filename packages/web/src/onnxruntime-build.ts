// What is known of one of onnxruntime-web's builds: its JavaScript, its .wasm file, and how each is come by.
import type * as onnxruntime from 'onnxruntime-common'

/** The part of the package that is used. */
export type Onnxruntime = Pick<typeof onnxruntime, 'InferenceSession' | 'Tensor' | 'env'>

/** 'wasm' runs on the CPU; 'jspi' and 'asyncify' also on WebGPU, the first in browsers with JSPI, the other in all. */
export type BuildName = 'wasm' | 'jspi' | 'asyncify'

export interface OnnxruntimeBuild {
  readonly name: BuildName
  /** The .wasm file, as onnxruntime-web calls it. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /** Where the .wasm file lies, beside the code. */
  address(): Promise<string>
  /** The JavaScript; its .wasm is given to it later. */
  load(): Promise<unknown>
}
