// A plan in the command line; three equal rounds of overlapping calls, one line of JSON for each, out.
import { argv, memoryUsage, stdout } from 'node:process'
import { createRandom } from '../../samples/random'
import { stressPictures } from './stress-pictures'
import type { Library, RoundReport, StressPlan } from './stress-plan'
import { stressRound } from './stress-round'
import type { Answered } from './stress-round'

const plan = JSON.parse(argv[2]) as StressPlan
const { createClassifier } = (await import(plan.library)) as Library
const pictures = stressPictures(plan.pictures)

async function answerAlone(): Promise<Answered[]> {
  const classifier = await createClassifier(plan.options)
  const known: Answered[] = []
  for (const picture of pictures) known.push({ picture, alone: await classifier.classify(picture, { topK: null }) })
  await classifier.dispose()
  return known
}

/** Finalizers run between collections, so there are several. */
async function memoryInUse(): Promise<number> {
  for (let time = 0; time < 5; time++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { heapUsed, external } = memoryUsage()
  return heapUsed + external
}

async function round(known: readonly Answered[]): Promise<RoundReport> {
  const classifier = await createClassifier(plan.options)
  const start = performance.now()
  const tally = await stressRound(classifier, known, plan.calls, createRandom(plan.seed))
  const milliseconds = Math.round(performance.now() - start)
  const { inFlight: _, faults, ...counts } = tally
  return { ...counts, faults: faults.slice(0, 5), milliseconds, memory: await memoryInUse() }
}

const known: readonly Answered[] = await answerAlone()
if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc.')
for (let time = 0; time < 3; time++) stdout.write(`${JSON.stringify(await round(known))}\n`)
// The process must now end by itself.
