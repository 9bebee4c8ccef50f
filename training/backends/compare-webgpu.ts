// A process of its own, as its driver is chosen at its start: nothing in; each layer's gradient error on WebGPU, and losses, out.
import '@tensorflow/tfjs-backend-cpu'
import { recipes } from '../config'
import { TrainingRun } from '../training-run'
import { largestDifference, layerCases, layerGradients, type LayerCase } from './layer-gradients'
import { loadBackend } from './load-backend'
import type { TrainingBackend } from './tensorflow'

const batchSize = 4
const data = {
  pictures: Uint8Array.from({ length: 2 * batchSize * 784 }, (_, pixel) => (pixel * 7919) % 251),
  labels: Uint8Array.from({ length: 2 * batchSize }, (_, picture) => picture),
}

/** Losses of two steps of fashion-nano: the second one follows from the gradients of the first. */
async function losses(backend: TrainingBackend): Promise<number[]> {
  const recipe = { ...recipes['fashion-nano'], batchSize, epochs: 1 }
  const run = new TrainingRun(backend, recipe, data, Int32Array.from(data.labels.keys()))
  return [(await run.next().data())[0], (await run.next().data())[0]]
}

const backend = await loadBackend('webgpu', { threads: 1 })
const differences: Record<string, number> = {}
for (const name of Object.keys(layerCases) as LayerCase[]) {
  const received = await layerGradients(backend, 'webgpu', name)
  differences[name] = largestDifference(received, await layerGradients(backend, 'cpu', name))
}
await backend.tf.setBackend('webgpu')
const received = await losses(backend)
const expected = await losses(await loadBackend('wasm', { threads: 1 })) // plain JavaScript would take a minute
console.log(JSON.stringify({ description: backend.description, differences, losses: { received, expected } }))
process.exit() // Dawn's threads would keep the process
