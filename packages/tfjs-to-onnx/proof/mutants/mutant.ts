// A deliberate fault of the exporter: the types.

export interface Mutant {
  /** What the fault is; stable, as reports name it. */
  readonly id: string
  /** Below src/. */
  readonly file: string
  /** Must occur exactly once in the file. */
  readonly find: string
  readonly replace: string
  /** Only cases with one of these layers are run. */
  readonly classes: readonly string[]
  /** The fault shows only once the runtime has optimised the graph. */
  readonly isOptimized?: boolean
}
