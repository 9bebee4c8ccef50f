// What one stress process is to do, and what it tells when it has done it.

/** The built package, without its types of `import()`. */
export type Library = typeof import('@stylelens/node')

export interface StressPlan {
  /** Address of the built package. */
  readonly library: string
  /** Of createClassifier. */
  readonly options: object
  readonly calls: number
  readonly seed: number
  /** Folder of encoded pictures, ending in a slash. */
  readonly pictures: string
}

export interface RoundReport {
  readonly answered: number
  readonly aborted: number
  readonly disposed: number
  /** What was none of the three, or another answer than the sequential one. */
  readonly faults: readonly string[]
  /** The most calls that were in flight at one time. */
  readonly overlapping: number
  readonly milliseconds: number
  /** heapUsed + external after garbage collection, in bytes. */
  readonly memory: number
}
