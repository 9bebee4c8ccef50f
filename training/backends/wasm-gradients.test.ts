// Every kind of layer: its gradients on WebAssembly, with the kernels of this project, against those of plain JavaScript.
import '@tensorflow/tfjs-backend-cpu'
import { describe, expect, it } from 'vitest'
import { largestDifference, layerCases, layerGradients, type LayerCase } from './layer-gradients'
import { loadWasmBackend } from './wasm-backend'

const tolerance = 2e-5 // a share of the largest value of each tensor

describe('gradients on wasm equal those of the plain backend', async () => {
  const backend = await loadWasmBackend()

  it.each(Object.keys(layerCases) as LayerCase[])('%s', async (name) => {
    const received = await layerGradients(backend, 'wasm', name)
    const expected = await layerGradients(backend, 'cpu', name)
    expect(largestDifference(received, expected)).toBeLessThanOrEqual(tolerance)
  })
})
