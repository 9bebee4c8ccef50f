// A tfjs model comes in; it is converted and compared with ONNX Runtime, native and WASM, at several batch sizes.
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import * as native from 'onnxruntime-node'
import * as wasm from 'onnxruntime-web'
import { expect } from 'vitest'
import { convertLayersModel } from '../src/convert-model'
import type { Conversion } from '../src/convert-model'
import type { ConversionOptions } from '../src/conversion-options'
import { seededRandom } from './seeded-random'

process.env.ORT_DISABLE_TELEMETRY = '1'
wasm.env.wasm.numThreads = 1

/** Largest difference allowed, relative to the largest magnitude of the output (at least 1). */
export const tolerance = 1e-5
const batches = [1, 2, 5]

export interface NumbersByName {
  readonly [name: string]: { readonly dims: readonly number[], readonly data: ArrayLike<number> }
}

/** What tfjs says about a batch; by default the model's own outputs. */
export type Expectation = (input: tf.Tensor) => tf.Tensor[]

export async function expectSameOutputs(
  model: LayersModel,
  options: ConversionOptions = {},
  expectation: Expectation = input => [model.predict(input)].flat(),
): Promise<Conversion> {
  const conversion = await convertLayersModel(model, options)
  const runtimes = await createRuntimes(conversion.bytes)
  for (const batch of batches) {
    const { data, dims } = randomInput(model, batch)
    const expected = tf.tidy(() => expectation(tf.tensor(data, dims)))
    for (const [runtime, run] of runtimes) {
      const outputs = await run(data, dims)
      conversion.report.outputs.forEach(({ name }, i) => {
        expectClose(outputs[name], expected[i], `${runtime}, batch ${batch}, output ${name}`)
      })
    }
    tf.dispose(expected)
  }
  return conversion
}

export type Run = (data: Float32Array, dims: number[]) => Promise<NumbersByName>

export async function createRuntimes(bytes: Uint8Array): Promise<[string, Run][]> {
  // Once as written and once rewritten by the runtime: a graph must not be right only after optimisation.
  const [plain, optimized] = await Promise.all((['disabled', 'all'] as const).map(graphOptimizationLevel =>
    native.InferenceSession.create(bytes, { graphOptimizationLevel, intraOpNumThreads: 1 })))
  const web = await wasm.InferenceSession.create(bytes, { executionProviders: ['wasm'] })
  const feed = <T>(name: string, tensor: T): Record<string, T> => ({ [name]: tensor })
  return [
    ['native', async (data, dims) =>
      await plain.run(feed(plain.inputNames[0], new native.Tensor('float32', data, dims))) as NumbersByName],
    ['native optimized', async (data, dims) =>
      await optimized.run(feed(optimized.inputNames[0], new native.Tensor('float32', data, dims))) as NumbersByName],
    ['wasm', async (data, dims) =>
      await web.run(feed(web.inputNames[0], new wasm.Tensor('float32', data, dims))) as NumbersByName],
  ]
}

/** Negative and large inputs included. */
export function randomInput(model: LayersModel, batch: number): { data: Float32Array, dims: number[] } {
  const random = seededRandom(77 + batch)
  const dims = [batch, ...model.inputs[0].shape.slice(1).map(Number)]
  const data = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => random() * 8 - 4)
  return { data, dims }
}

export function expectClose(actual: NumbersByName[string], expected: tf.Tensor, place: string): void {
  expect(actual.dims, place).toEqual(expected.shape)
  const numbers = Array.from(expected.dataSync())
  const scale = numbers.reduce((largest, number) => Math.max(largest, Math.abs(number)), 1)
  const worst = numbers.reduce((largest, number, i) => {
    const difference = Math.abs(number - actual.data[i])
    return Number.isNaN(difference) ? Infinity : Math.max(largest, difference)
  }, 0)
  expect(worst / scale, `${place}: relative difference`).toBeLessThanOrEqual(tolerance)
}
