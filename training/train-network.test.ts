// A run of two steps: measured on the validation pictures at its end, and not at all where all pictures are trained on.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadCpuBackend } from './backends/cpu-backend'
import { recipes } from './config'
import { everyPicture } from './dataset/split'
import type { EpochRecord } from './history'
import { trainNetwork } from './train-network'
import { TrainingRun } from './training-run'

const labels = Uint8Array.of(0, 1, 2, 3)
const data = { pictures: Uint8Array.from({ length: 4 * 784 }, (_, pixel) => (pixel * 31) % 256), labels }

it.each([
  ['validation pictures', { train: Int32Array.of(0, 1), validation: Int32Array.of(2, 3) }, 'number'],
  ['all pictures', everyPicture(data), 'object'],
] as const)('with %s', async (_, { train, validation }, kind) => {
  const folder = await mkdtemp(join(tmpdir(), 'stylelens-network-'))
  const backend = await loadCpuBackend()
  const run = new TrainingRun(backend, { ...recipes['fashion-nano'], batchSize: 2, epochs: 1 }, data, train)
  const history: EpochRecord[] = []
  const ignore = () => undefined
  const hearing = { stopRequested: () => false, onProgress: ignore, onEpoch: ignore }
  const checkpointFile = join(folder, 'run.checkpoint')
  await trainNetwork(run, { backend, data, validation, validateEvery: 1, checkpointFile, history, ...hearing })
  expect(run.steps).toBe(train.length / 2)
  expect(history).toHaveLength(1)
  expect([typeof history[0].validationAccuracy, typeof history[0].validationLoss]).toEqual([kind, kind])
  if (kind === 'object') expect(history[0].validationLoss).toBeNull()
  await rm(folder, { recursive: true })
})
