// Every kind of layer: its gradients on tfjs-node (fused) against those of the plain JavaScript backend.
import { describe, expect, it } from 'vitest'
import { available } from '../../test/requirement'
import { largestDifference, layerCases, layerGradients, type LayerCase } from './layer-gradients'
import { loadNodeBackend } from './node-backend'
import { isNodeBackendInstalled } from './open-native-tensorflow'

const installed = available('native', isNodeBackendInstalled(), 'tfjs-node is not installed: npm run setup:native')
const tolerance = 2e-5 // a share of the largest value of each tensor

describe.skipIf(!installed)('gradients on tfjs-node equal those of the plain backend', async () => {
  const backend = await loadNodeBackend({ threads: 1 })

  it.each(Object.keys(layerCases) as LayerCase[])('%s', async (name) => {
    const received = await layerGradients(backend, 'tensorflow', name)
    const expected = await layerGradients(backend, 'cpu', name)
    expect(largestDifference(received, expected)).toBeLessThanOrEqual(tolerance)
  })
})
