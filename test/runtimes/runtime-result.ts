// One row of the table in the README: how the contract went on one runtime with one execution provider.

export interface RuntimeResult {
  readonly runtime: string
  readonly executionProvider: string
  readonly passed: number
  readonly failed: number
}
