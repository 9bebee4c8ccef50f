// The same pictures on this thread and in a worker in; an event loop that is held by the one and not by the other out.
import { expect, it } from 'vitest'
import { watchEventLoop } from '../../bench/event-loop/watch-event-loop'
import { drawnPixels } from '../contract/drawn-pixels'
import { builtLibrary } from './run-script'
import type { Library } from './stress-plan'

const pictures = Array.from({ length: 64 }, (_, seed) => drawnPixels(1000, 1000, seed + 1))

/** Milliseconds within which 99 of 100 looks at the event loop came. */
async function hold(options: object): Promise<number> {
  const { createClassifier } = (await import(builtLibrary)) as Library
  const classifier = await createClassifier(options)
  // what is compiled at the first call belongs to no other
  await classifier.classify(pictures)
  const { p99 } = await watchEventLoop(() => classifier.classify(pictures))
  await classifier.dispose()
  return p99
}

it.each(['cpu', 'wasm'])('on %s a worker leaves the event loop free, which the same work without one holds', async (executionProviders) => {
  const [here, there] = [await hold({ executionProviders }), await hold({ executionProviders, worker: { size: 1 } })]
  // On an idle machine it is below 20 ms (bench/event-loop); here others may be at work.
  expect(there).toBeLessThan(here / 3)
}, 120_000)
