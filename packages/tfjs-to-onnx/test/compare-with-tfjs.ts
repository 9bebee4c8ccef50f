// A tfjs model with any inputs comes in; it is converted, run at several batch sizes and compared with tfjs.
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import * as ort from 'onnxruntime-node'
import { expect } from 'vitest'
import type { ConversionOptions } from '../src/conversion-options'
import { convertLayersModel } from '../src/convert-model'
import type { Conversion } from '../src/convert-model'
import { expectClose } from './compare-runtimes'
import { seededRandom } from './seeded-random'

export interface Comparison {
  readonly options?: ConversionOptions
  readonly batches?: readonly number[]
  /** Sizes for input axes that are null, in order. */
  readonly unknownSizes?: readonly number[]
  /** What each input is drawn from; default -4 to 4. */
  readonly range?: readonly [number, number]
  /** Default: the model's own prediction. */
  readonly expectation?: (inputs: tf.Tensor[]) => tf.Tensor[]
}

export async function expectSameAsTfjs(model: LayersModel, comparison: Comparison = {}): Promise<Conversion> {
  const { options = {}, batches = [1, 2, 5], expectation = inputs => [model.predict(inputs)].flat() } = comparison
  const conversion = await convertLayersModel(model, options)
  const sessions = await Promise.all((['disabled', 'all'] as const).map((graphOptimizationLevel) => {
    const settings = { graphOptimizationLevel, intraOpNumThreads: 1, logSeverityLevel: 3 } as const
    return ort.InferenceSession.create(conversion.bytes, settings)
  }))
  for (const batch of batches) {
    const inputs = drawInputs(model, batch, comparison)
    const expected = expectation(inputs)
    const feeds = Object.fromEntries(conversion.report.inputs.map(({ name, dataType }, i) =>
      [name, new ort.Tensor(dataType as 'float32', inputs[i].dataSync() as Float32Array, inputs[i].shape)]))
    for (const session of sessions) {
      const outputs = await session.run(feeds)
      conversion.report.outputs.forEach(({ name }, i) => {
        const { dims, data } = outputs[name]
        expectClose({ dims, data: data as Float32Array }, expected[i], `batch ${batch}, output ${name}`)
      })
    }
    tf.dispose([inputs, expected])
  }
  expect(conversion.report.outputs).toHaveLength(model.outputs.length)
  return conversion
}

function drawInputs(model: LayersModel, batch: number, comparison: Comparison): tf.Tensor[] {
  const { unknownSizes = [], range = [-4, 4] } = comparison
  const random = seededRandom(77 + batch)
  return model.inputs.map(({ shape, dtype }) => {
    const sizes = [...unknownSizes]
    const dims = shape.map((size, axis) => size ?? (axis === 0 ? batch : sizes.shift() ?? 6))
    const draw = (): number => range[0] + random() * (range[1] - range[0])
    const numbers = Array.from({ length: dims.reduce((a, b) => a * b, 1) }, draw)
    return tf.tensor(dtype === 'int32' ? numbers.map(Math.floor) : numbers, dims, dtype as 'float32')
  })
}
