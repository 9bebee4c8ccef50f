// A process of its own: a model and a provider as JSON in; the times of classify() and of bare onnxruntime out.
import { createClassifier, type Classifier, type RawPixels } from '@stylelens/node'
import { scalePictures } from '../../training/dataset/scale-pictures'
import { makeGarments } from '../garments'
import { batchSizes, type BatchThroughput, type ThroughputAnswer, type ThroughputTask } from './inference-task'
import { openBare, type BareRun } from './open-bare'
import { timed, timeRounds } from './time-rounds'

const task = JSON.parse(process.argv[2]) as ThroughputTask

/** Throws an Error where the two answers differ: then the times are not of the same work. */
async function compareAnswers(ours: Classifier, bare: BareRun, images: RawPixels[], pixels: Float32Array) {
  const predictions = await ours.classify(images, { topK: null })
  const probabilities = await bare(pixels, images.length)
  for (const [picture, ranked] of predictions.entries()) {
    for (const { index, score } of ranked) {
      const difference = Math.abs(score - probabilities[picture * 10 + index])
      if (!(difference < 1e-5)) throw new Error(`Picture ${picture}, class ${index}: answers differ by ${difference}.`)
    }
  }
}

async function measureBatch(ours: Classifier, bare: BareRun, batch: number): Promise<BatchThroughput> {
  const { pictures } = makeGarments(batch)
  const images = Array.from({ length: batch }, (_, place) => ({
    data: pictures.slice(place * 784, (place + 1) * 784), width: 28, height: 28,
  }))
  const pixels = new Float32Array(batch * 784)
  scalePictures(pictures, Int32Array.from({ length: batch }, (_, place) => place), pixels)
  await compareAnswers(ours, bare, images, pixels)
  const classify = batch === 1 ? () => ours.classify(images[0]) : () => ours.classify(images)
  const sides = { ours: timed(classify), bare: timed(() => bare(pixels, batch)) }
  return { batch, ...(await timeRounds(sides, task)) }
}

const bare = await openBare(task)
const ours = await createClassifier({ model: task.folder, executionProviders: task.provider, threads: task.threads })
const batches: BatchThroughput[] = []
for (const batch of batchSizes) batches.push(await measureBatch(ours, bare, batch))
const { runtime, runtimeVersion } = ours.backend
const answer: ThroughputAnswer = { runtime, runtimeVersion, batches }
await ours.dispose()
console.log(JSON.stringify(answer))
