// What a caller hears while a classifier is being made.

export interface LoadProgress {
  /**
   * 'model': bytes of the model's file. 'runtime': bytes of onnxruntime's WebAssembly. 'session' and 'warmup': steps,
   * 0 of 1 and then 1 of 1. A phase that is not needed is not heard of.
   */
  readonly phase: 'model' | 'runtime' | 'session' | 'warmup'
  readonly loaded: number
  /** Null where it is not known beforehand. */
  readonly total: number | null
}

export type ProgressListener = (progress: LoadProgress) => void
