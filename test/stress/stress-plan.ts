// What one stress process is to do, and what it tells when it has done it.
import type { RoundSize, Tally } from './stress-round'

/** The built package, without its types of `import()`. */
export type Library = typeof import('@stylelens/node')

export interface StressPlan {
  /** Address of the built package. */
  readonly library: string
  /** Of createClassifier. */
  readonly options: object
  readonly size: RoundSize
  readonly seed: number
  /** Folder of encoded pictures, ending in a slash. */
  readonly pictures: string
}

export interface RoundReport extends Readonly<Tally> {
  readonly milliseconds: number
  /** Of the heap and what it refers to outside, after garbage collection, in bytes. */
  readonly memory: number
  /** Bytes of WebAssembly's memory, as far as it is of this thread. */
  readonly wasm: number
}
