// A run's promises on tfjs-node: same seed same bits, broken and resumed same bits, no tensor left behind, loss goes down.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadNodeBackend } from './backends/node-backend'
import { isNodeBackendInstalled } from './backends/open-native-tensorflow'
import { restoreCheckpoint, saveCheckpoint } from './checkpoint'
import { recipes } from './config'
import { createRandomSource, drawInteger } from './dataset/random-source'
import { TrainingRun } from './training-run'
import { available } from '../test/requirement'

const installed = available('native', isNodeBackendInstalled(), 'tfjs-node is not installed: npm run setup:native')

/** Pictures that can be learnt: class c has a bright bar at its own height, among noise. */
function syntheticPictures(count: number) {
  const random = createRandomSource(7)
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 10)
  const pictures = new Uint8Array(count * 784)
  for (let picture = 0; picture < count; picture++) {
    for (let pixel = 0; pixel < 784; pixel++) {
      const bar = Math.floor(pixel / 28) >> 1 === labels[picture] + 2
      pictures[picture * 784 + pixel] = bar ? 200 : drawInteger(random, 120)
    }
  }
  return { pictures, labels }
}

describe.skipIf(!installed)('a training run', async () => {
  const backend = await loadNodeBackend({ threads: 1 })
  const data = syntheticPictures(1000)
  const indices = Int32Array.from({ length: 1000 }, (_, index) => index)
  const recipe = { ...recipes['fashion-nano'], batchSize: 32, epochs: 7 } // 31 steps an epoch
  const start = () => new TrainingRun(backend, recipe, data, indices)
  const advance = (run: TrainingRun, steps: number) => {
    const losses: number[] = []
    for (let step = 0; step < steps; step++) {
      const loss = run.next()
      losses.push(loss.dataSync()[0])
      loss.dispose()
    }
    return losses
  }
  const bits = (run: TrainingRun) =>
    [...run.model.getWeights(), run.average.average].map((tensor) => Array.from(tensor.dataSync()))

  it.each([
    'fashion-nano',
    'fashion-small',
  ] as const)('of %s, at its own batch, gives the same bits for 200 steps run twice, and broken and resumed', async (name) => {
    const shipped = { ...recipes[name], epochs: 30 } // 7 steps an epoch, 210 in all
    const start = () => new TrainingRun(backend, shipped, data, indices)
    const unbroken = start()
    const losses = advance(unbroken, 200)
    expect(losses.slice(-10).reduce((sum, loss) => sum + loss)).toBeLessThan(
      0.5 * losses.slice(0, 10).reduce((sum, loss) => sum + loss),
    )
    const again = start()
    expect(advance(again, 200)).toEqual(losses)
    expect(bits(again)).toEqual(bits(unbroken))

    const folder = await mkdtemp(join(tmpdir(), 'stylelens-run-'))
    const broken = start()
    advance(broken, 81) // within an epoch
    await saveCheckpoint(join(folder, 'run.checkpoint'), broken, [])
    const resumed = start()
    await restoreCheckpoint(join(folder, 'run.checkpoint'), backend.tf, resumed)
    expect(advance(resumed, 119)).toEqual(losses.slice(81))
    expect(bits(resumed)).toEqual(bits(unbroken))
    await rm(folder, { recursive: true })
  }, 1_800_000)

  it('leaves no tensor behind', () => {
    const run = start()
    advance(run, 3)
    const before = backend.tf.memory().numTensors
    advance(run, 20)
    expect(backend.tf.memory().numTensors).toBe(before)
  })

  it('refuses the checkpoint of another recipe', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stylelens-run-'))
    const file = join(folder, 'run.checkpoint')
    await saveCheckpoint(file, start(), [])
    const other = new TrainingRun(backend, { ...recipe, momentum: 0.8 }, data, indices)
    await expect(restoreCheckpoint(file, backend.tf, other)).rejects.toThrow('another recipe')
    await rm(folder, { recursive: true })
  })
})
