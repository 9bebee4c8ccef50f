// A plan in the command line; three equal rounds of overlapping calls, one line of JSON for each, out.
import { readFile } from 'node:fs/promises'
import { argv, stdout } from 'node:process'
import { createRandom } from '../../samples/random'
import { answerAlone } from './answer-alone'
import { memoryInUse } from './memory-in-use'
import { stressPictures } from './stress-pictures'
import type { Library, RoundReport, StressPlan } from './stress-plan'
import { stressRound } from './stress-round'
import type { StressPlatform } from './stress-round'
import { watchWasm } from './watch-wasm'

const plan = JSON.parse(argv[2]) as StressPlan
const wasmMemory = watchWasm()
const library = (await import(plan.library)) as Library
const platform: StressPlatform = {
  createClassifier: () => library.createClassifier(plan.options),
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
}
const pictures = await stressPictures(async (name) => Uint8Array.from(await readFile(new URL(name, plan.pictures))))
const known = await answerAlone(await platform.createClassifier(), pictures)

async function round(): Promise<RoundReport> {
  const start = performance.now()
  const tally = await stressRound(platform, known, plan.size, createRandom(plan.seed))
  const milliseconds = Math.round(performance.now() - start)
  const { memory } = await memoryInUse()
  return { ...tally, faults: tally.faults.slice(0, 5), milliseconds, memory, wasm: wasmMemory() }
}

for (let time = 0; time < 3; time++) stdout.write(`${JSON.stringify(await round())}\n`)
// The process must now end by itself.
