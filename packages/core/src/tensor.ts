// A dense float32 array with its shape: what goes into a session and what comes out.

/** Row-major values with their shape, e.g. `[N, 28, 28, 1]`. */
export interface Tensor {
  readonly data: Float32Array
  readonly dims: readonly number[]
}
