// One row of the table in the README: how the contract went on one runtime with one execution provider.

export interface RuntimeResult {
  readonly runtime: string
  readonly executionProvider: string
  /** Run by the library's workers, and not on the thread of the caller. */
  readonly inWorkers?: boolean
  readonly passed: number
  readonly failed: number
}
