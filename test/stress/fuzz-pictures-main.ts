// Files of pictures and seeds in the command line; each mutated picture classified, and a line of what came of it, out.
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import { createRandom } from '../../samples/random'
import { fuzzLoop } from './fuzz-loop'
import type { FuzzPlan } from './fuzz-plan'
import { mutateBytes } from './mutate-bytes'
import { repairPng } from './repair-png'
import type { Library } from './stress-plan'

const plan = JSON.parse(argv[2]) as FuzzPlan
const library = (await import(plan.library)) as Library
const files = plan.files.map((path) => Uint8Array.from(readFileSync(path)))
const classifier = await library.createClassifier({ model: 'fashion-nano', ...plan.options })

await fuzzLoop(plan, library, async (seed) => {
  const random = createRandom(seed)
  const damaged = mutateBytes(random.choose(files), random.choose(files), random, 0.7)
  await classifier.classify(random.chance(0.5) ? repairPng(damaged) : damaged)
})
await classifier.dispose()
