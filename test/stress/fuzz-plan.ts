// What one fuzz process is to do, and the lines that it writes.

export interface FuzzPlan {
  /** Address of the built package. */
  readonly library: string
  /** Paths of the files that are mutated. */
  readonly files: readonly string[]
  /** For models: the manifest of each file, without checksum. */
  readonly manifests?: readonly object[]
  readonly options: object
  /** The first seed, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** `begin` before a seed is tried; afterwards what came of it: `answered`, a code, or `untyped` with the error. */
export type FuzzLine =
  | { readonly begin: number }
  | { readonly seed: number; readonly outcome: string; readonly error?: string; readonly milliseconds: number }
