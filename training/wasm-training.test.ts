// Training by npm alone, on WebAssembly: the loss falls, the same seed gives the same bits, and nothing is left behind.
import { describe, expect, it } from 'vitest'
import { loadBackend } from './backends/load-backend'
import { recipes } from './config'
import { TrainingRun } from './training-run'

const steps = 16
const recipe = { ...recipes['fashion-nano'], batchSize: 20, epochs: 1 }

/** Bright columns on black; class c has one in c + 2. */
function stripedPictures(count: number) {
  const labels = Uint8Array.from({ length: count }, (_, picture) => picture % 10)
  const pictures = new Uint8Array(count * 784)
  for (let pixel = 0; pixel < pictures.length; pixel++) {
    const period = labels[Math.floor(pixel / 784)] + 2
    if ((pixel % 28) % period === 0) pictures[pixel] = 255
  }
  return { pictures, labels }
}

const data = stripedPictures(steps * recipe.batchSize)

describe('fashion-nano on wasm', async () => {
  const backend = await loadBackend('wasm', { threads: 1 })
  const start = () => new TrainingRun(backend, recipe, data, Int32Array.from(data.labels.keys()))
  const advance = async (run: TrainingRun, count: number) => {
    const losses: number[] = []
    for (let step = 0; step < count; step++) {
      const loss = run.next()
      losses.push((await loss.data())[0])
      loss.dispose()
    }
    return losses
  }
  const bits = (run: TrainingRun) =>
    Promise.all([...run.model.getWeights(), run.average.average].map(async (tensor) => Array.from(await tensor.data())))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value) / values.length

  it('learns: the loss of the last steps is less than two thirds of the first ones', async () => {
    const losses = await advance(start(), steps)
    expect(mean(losses.slice(-4))).toBeLessThan((2 / 3) * mean(losses.slice(0, 3)))
  })

  it('gives the same weights for the same seed, bit by bit, and others for another', async () => {
    const [one, again] = [start(), start()]
    expect(await advance(one, 3)).toEqual(await advance(again, 3))
    expect(await bits(one)).toEqual(await bits(again))
    const other = new TrainingRun(backend, { ...recipe, seed: 2 }, data, Int32Array.from(data.labels.keys()))
    await advance(other, 3)
    expect(await bits(other)).not.toEqual(await bits(one))
  })

  it('leaves no tensor behind, nor any data in the backend that no tensor knows', async () => {
    const run = start()
    await advance(run, 2)
    const counts = () => [backend.tf.memory().numTensors, backend.tf.backend().numDataIds()]
    const before = counts()
    await advance(run, 2)
    expect(counts()).toEqual(before)
  })
})
