// Model files and seeds in the command line; each mutated model loaded and run, and a line of what came of it, out.
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import { createRandom } from '../../samples/random'
import { colouredPixels } from '../contract/drawn-pixels'
import { fuzzLoop } from './fuzz-loop'
import type { FuzzPlan } from './fuzz-plan'
import { mutateBytes } from './mutate-bytes'
import type { Library } from './stress-plan'

const plan = JSON.parse(argv[2]) as FuzzPlan
const library = (await import(plan.library)) as Library
const files = plan.files.map((path) => Uint8Array.from(readFileSync(path)))
const pictures = [colouredPixels(30, 40), colouredPixels(16, 16), colouredPixels(1, 1)]

/** Models keep their length mostly: what does not is refused by the first length that does not fit. */
await fuzzLoop(plan, library, async (seed) => {
  const random = createRandom(seed)
  const number = Math.floor(random.uniform(0, files.length))
  const bytes = mutateBytes(files[number], random.choose(files), random, 0.9)
  const manifest = plan.manifests?.[number] ?? {}
  const classifier = await library.createClassifier({ ...plan.options, model: { manifest, bytes } })
  try {
    await classifier.classify(pictures[0])
    await classifier.classify(pictures)
  } finally {
    await classifier.dispose()
  }
})
