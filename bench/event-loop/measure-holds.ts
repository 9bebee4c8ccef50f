// A process of its own: a model, a provider and a place as JSON in; how long its event loop was held out.
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import { createClassifier, type Classifier } from '@stylelens/node'
import type { CaseHold, HoldAnswer, HoldTask } from './hold-task'
import { makeCases, type PictureCase } from './make-cases'
import { watchEventLoop } from './watch-event-loop'

const task = JSON.parse(process.argv[2]) as HoldTask
const { folder, provider, place, milliseconds } = task

async function watched(what: string, batch: number, call: () => Promise<unknown>, time: number): Promise<CaseHold> {
  let calls = 0
  let spent = 0
  const hold = await watchEventLoop(async () => {
    do {
      const begun = performance.now()
      await call()
      spent += performance.now() - begun
      calls++
      // A turn between two calls, as between two requests: else those that never wait would count as one.
      await nextTurn()
    } while (spent < time)
  })
  return { what, batch, calls, call: spent / calls, ...hold }
}

async function watchPictures(classifier: Classifier, { what, batches, pictures }: PictureCase): Promise<CaseHold[]> {
  const holds: CaseHold[] = []
  for (const batch of batches) {
    const call = () => batch === 1 ? classifier.classify(pictures[0]) : classifier.classify(pictures.slice(0, batch))
    // Once before: what is compiled or loaded at the first call belongs to no batch.
    await call()
    holds.push(await watched(what, batch, call, milliseconds))
  }
  return holds
}

const pictureCases = await makeCases()
const cases: CaseHold[] = [await watched('nothing', 0, () => delay(100), milliseconds)]
let classifier: Classifier | undefined
cases.push(await watched('createClassifier', 0, async () => {
  classifier = await createClassifier({ model: folder, executionProviders: provider, worker: place === 'a worker' })
}, 0))
if (classifier === undefined) throw new Error('There is no classifier.')
for (const pictures of pictureCases) cases.push(...await watchPictures(classifier, pictures))
const { runtime, runtimeVersion } = classifier.backend
const answer: HoldAnswer = { runtime, runtimeVersion, cases }
await classifier.dispose()
console.log(JSON.stringify(answer))
