// A dense array with its shape: what goes into a session and what comes out.

/** Row-major values with their shape, e.g. `[N, 28, 28, 1]`. */
export interface Tensor {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

/** What a graph may take as its picture, and the array that holds it; float16 as its bits. */
export const inputArrays = { float32: Float32Array, float16: Uint16Array, uint8: Uint8Array } as const

export type InputType = keyof typeof inputArrays

export interface InputTensor {
  /** Default: 'float32'. */
  readonly type?: InputType
  readonly data: Float32Array | Uint16Array | Uint8Array
  readonly dims: readonly number[]
}
