// Nothing in; the functions that weigh many pixels at a time out, where the engine has WebAssembly with vectors.
import { vectorProgram } from './vector-program'

/** What is needed of WebAssembly: not every engine has it, and a page may forbid it. */
interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

type VectorFunction = (
  data: number, rowBytes: number, count: number, tableOrBlocks: number, columnsOrWeights: number, weightsOrInto: number,
  into: number,
) => void

/** See `vectorProgram`. */
export interface Vectors {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  readonly sumGrey: VectorFunction
  readonly weighGrey: VectorFunction
  readonly weighColours: VectorFunction
  readonly weighDown: VectorFunction
}

const pageBytes = 65536
const mostBytes = 16 * 1024 * 1024

let opened: Vectors | null | undefined

/** With that much memory, what is in it is anybody's; undefined where it cannot be had. Opened once, and kept. */
export function openVectors(bytes: number): Vectors | undefined {
  if (bytes > mostBytes) return undefined
  if (opened === undefined) opened = instantiate()
  if (opened === null) return undefined
  const { memory } = opened
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes)
  if (missing > 0) memory.grow(missing)
  return opened
}

function instantiate(): Vectors | null {
  try {
    const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyLike }
    return new WebAssembly.Instance(new WebAssembly.Module(vectorProgram())).exports as Vectors
  } catch {
    return null
  }
}
