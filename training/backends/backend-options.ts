// What a backend is told when it is loaded.

export interface BackendOptions {
  /** Threads that one operation may use; with 1 the same seed gives the same weights, bit by bit. */
  readonly threads: number
}
