// Two networks of another's making, with random weights, and one picture come in; ONNX Runtime must agree with tfjs.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from '../compare-with-tfjs'
import { efficientNetLite0 } from './efficientnet-lite0'
import { mobileNetV2 } from './mobilenet-v2'

// The cpu backend takes a minute for one picture of 224 x 224.
beforeAll(async () => {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')
  setWasmPaths(join(dirname(entry), '/'))
  expect(await tf.setBackend('wasm')).toBe(true)
})

/** Each with its convolutions and its activations. */
const networks: readonly [string, () => LayersModel, number, number][] = [
  ['MobileNetV2', mobileNetV2, 52, 35],
  ['EfficientNet-Lite0', efficientNetLite0, 49, 33],
]

describe.each(networks)('%s', (_, build, convolutions, activations) => {
  it('is converted and gives what tfjs gives', async () => {
    const model = build()
    const { report } = await expectSameAsTfjs(model, { batches: [1], range: [-1, 1] })
    expect(report.foldedLayers).toHaveLength(convolutions)
    expect(report.operators).toMatchObject({ Conv: convolutions, Clip: activations, Gemm: 1, Transpose: 1 })
    expect(report.operators.BatchNormalization).toBeUndefined()
    model.dispose()
  })

  it('is not so dead that every picture gives the same', () => {
    const model = build()
    const [dark, bright] = [-0.5, 0.5].map((level) => {
      const [logits] = model.predict(tf.fill([1, 224, 224, 3], level)) as tf.Tensor[]
      return logits.dataSync()
    })
    const changes = Array.from(dark, (logit, i) => Math.abs(logit - bright[i]))
    expect(Math.max(...changes)).toBeGreaterThan(0.1)
    model.dispose()
  })
})
