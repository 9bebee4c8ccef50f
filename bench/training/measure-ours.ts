// A process of its own: a training task as JSON in; images/s of this project's step, as `npm run train` does it, out.
import { setImmediate as listen } from 'node:timers/promises'
import { loadBackend } from '../../training/backends/load-backend'
import { recipes, type Recipe } from '../../training/config'
import { TrainingRun } from '../../training/training-run'
import { makeGarments } from '../garments'
import { timeImages } from './time-images'
import type { TrainingAnswer, TrainingTask } from './training-task'

const { backend: name, network, threads, batchSize, warmupSteps, steps } = JSON.parse(process.argv[2]) as TrainingTask
const backend = await loadBackend(name, { threads })
const count = (warmupSteps + steps) * batchSize
const own = Object.values<Recipe>(recipes).find((recipe) => recipe.network === network) ?? recipes['fashion-nano']
const recipe = { ...own, network, batchSize }
const everything = Int32Array.from({ length: count }, (_, place) => place)
const run = new TrainingRun(backend, recipe, makeGarments(count), everything)

/** Augmentation, gradients, Nesterov and the moving average; the last loss is read, so all work is done by then. */
async function advance(times: number): Promise<number> {
  let last = Number.NaN
  for (let step = 1; step <= times; step++) {
    const loss = run.next()
    if (step === times) last = (await loss.data())[0]
    loss.dispose()
    await listen()
  }
  return last
}

await advance(warmupSteps)
const { result: loss, ...speed } = await timeImages(steps * batchSize, () => advance(steps))
const answer: TrainingAnswer = { ...speed, loss, bytes: process.memoryUsage.rss(), software: backend.description }
console.log(JSON.stringify(answer))
