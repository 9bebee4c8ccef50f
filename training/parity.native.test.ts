// The shipped models on TensorFlow's own kernels against both onnxruntimes, on drawn noise and, where the data is, on test pictures.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadNodeBackend } from './backends/node-backend'
import { isNodeBackendInstalled } from './backends/open-native-tensorflow'
import { assertParity } from './check-parity'
import { createRandomSource, drawInteger } from './dataset/random-source'
import { loadTestImages } from './dataset/load-dataset'
import { loadLayersModel } from './layers-model'
import { measureParity } from './measure-parity'
import { available } from '../test/requirement'

const installed = available('native', isNodeBackendInstalled(), 'tfjs-node is not installed: npm run setup:native')
const directory = process.env.FASHION_MNIST_DIR
const hasData = available('data', Boolean(directory), 'FASHION_MNIST_DIR is not set')

async function parityOf(name: string, pictures: Uint8Array) {
  const folder = join(import.meta.dirname, '..', 'models', name)
  const { tf } = await loadNodeBackend({ threads: 2 })
  const model = await loadLayersModel(tf, join(folder, 'layers-model'))
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    temperature: { value: number }
  }
  return measureParity(tf, model, await readFile(join(folder, 'model.onnx')), manifest.temperature.value, pictures)
}

describe.skipIf(!installed).each(['fashion-nano', 'fashion-small'])('%s', (name) => {
  it('agrees on noise', async () => {
    const random = createRandomSource(11)
    const noise = Uint8Array.from({ length: 64 * 784 }, () => drawInteger(random, 256))
    for (const [runtime, parity] of Object.entries(await parityOf(name, noise))) {
      expect(() => assertParity(runtime, parity)).not.toThrow()
    }
  })

  it.skipIf(!hasData)('agrees on 2,000 test pictures, without their labels (FASHION_MNIST_DIR)', async () => {
    const pictures = (await loadTestImages({ directory: directory ?? '' })).data.subarray(0, 2000 * 784)
    const parity = await parityOf(name, pictures)
    for (const [runtime, figures] of Object.entries(parity)) {
      expect(figures.pictures).toBe(2000)
      expect(() => assertParity(runtime, figures)).not.toThrow()
    }
  })
})
