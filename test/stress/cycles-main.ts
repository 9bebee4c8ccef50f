// A plan in the command line; three equal rounds of classifiers made, used and disposed of, a line of JSON for each, out.
import { argv, stdout } from 'node:process'
import { drawnPixels } from '../contract/drawn-pixels'
import { memoryInUse } from './memory-in-use'
import type { MemoryInUse } from './memory-in-use'
import type { Library } from './stress-plan'
import { watchWasm } from './watch-wasm'

export interface CyclesPlan {
  /** Address of the built package. */
  readonly library: string
  /** Of createClassifier. */
  readonly options: object
  /** Of each round. */
  readonly cycles: number
}

export interface CyclesReport extends MemoryInUse {
  /** Bytes of WebAssembly's memory. */
  readonly wasm: number
}

const { library, options, cycles } = JSON.parse(argv[2]) as CyclesPlan
const wasmMemory = watchWasm()
const { createClassifier } = (await import(library)) as Library
const picture = drawnPixels(40, 40)

async function round(): Promise<CyclesReport> {
  for (let cycle = 0; cycle < cycles; cycle++) {
    const classifier = await createClassifier(options)
    await classifier.classify([picture, picture])
    await classifier.dispose()
  }
  return { ...await memoryInUse(), wasm: wasmMemory() }
}

for (let time = 0; time < 3; time++) stdout.write(`${JSON.stringify(await round())}\n`)
