// Weights stored as float16 and int8: the file shrinks, the answers stay close, and runtimes take every form at any batch.
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as layers from '@tensorflow/tfjs-layers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { beforeAll, expect, it } from 'vitest'
import { convertLayersModel } from '../convert-model'

let model: layers.LayersModel

beforeAll(async () => {
  tf.env().set('PROD', true)
  await tf.setBackend('cpu')
  const normal = (seed: number) => layers.initializers.glorotNormal({ seed })
  model = layers.sequential({
    layers: [
      layers.layers.conv2d({ inputShape: [9, 7, 3], filters: 8, kernelSize: 3, kernelInitializer: normal(1) }),
      layers.layers.conv2dTranspose({ filters: 5, kernelSize: 2, strides: 2, kernelInitializer: normal(2) }),
      layers.layers.depthwiseConv2d({ kernelSize: [3, 5], depthwiseInitializer: normal(3), name: 'depthwise' }),
      layers.layers.flatten(),
      layers.layers.dense({ units: 6, kernelInitializer: normal(4), name: 'head' }),
    ],
  })
})

async function answer(bytes: Uint8Array, type: 'float32' | 'uint8', values: readonly number[], dims: readonly number[]) {
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 4 })
  const data = type === 'uint8' ? Uint8Array.from(values) : Float32Array.from(values)
  const outputs = await session.run({ [session.inputNames[0]]: new Tensor(type, data, dims) })
  return Array.from(outputs[session.outputNames[0]].data as Float32Array)
}

const distance = (left: readonly number[], right: readonly number[]) =>
  Math.max(...left.map((value, index) => Math.abs(value - right[index])))
const pixels = (batch: number) => Array.from({ length: batch * 9 * 7 * 3 }, (_, index) => (index * 89) % 256)

it.each([1, 2, 5])('stores kernels smaller and answers nearly the same for a batch of %i', async (batch) => {
  const input = pixels(batch).map(value => value / 255 - 0.5)
  const forms = { fp32: 0, fp16: 0.003, int8: 0.03 } as const
  const whole = await convertLayersModel(model)
  const expected = await answer(whole.bytes, 'float32', input, [batch, 9, 7, 3])
  for (const [weights, tolerance] of Object.entries(forms)) {
    const { bytes, report } = await convertLayersModel(model, { weights: weights as keyof typeof forms })
    const difference = distance(await answer(bytes, 'float32', input, [batch, 9, 7, 3]), expected)
    expect(difference).toBeLessThanOrEqual(tolerance)
    if (weights !== 'fp32') expect(difference).toBeGreaterThan(0)
    expect(report.parameters).toBe(whole.report.parameters)
  }
})

it('halves the file with float16 and quarters the kernels with int8, and says what it kept', async () => {
  const [fp32, fp16, int8] = await Promise.all((['fp32', 'fp16', 'int8'] as const).map(weights => convertLayersModel(model, { weights })))
  const kernels = fp32.report.parameters * 4
  expect(fp16.bytes.length).toBeLessThan(fp32.bytes.length - 0.4 * kernels)
  expect(int8.bytes.length).toBeLessThan(fp16.bytes.length - 0.15 * kernels)
  expect(int8.report.storedWeights.stored).toHaveLength(4)
  expect(int8.report.operators).toMatchObject({ DequantizeLinear: 3, Cast: 1 }) // the dense kernel by Cast and Mul
  expect(int8.report.storedWeights.kept.every(({ reason }) => reason.startsWith('it '))).toBe(true)
  expect(fp32.report.storedWeights).toEqual({ stored: [], kept: [] })
})

it('takes bytes, and channels first, for the same picture', async () => {
  const expected = await answer((await convertLayersModel(model)).bytes, 'float32', pixels(2), [2, 9, 7, 3])
  const bytes = await convertLayersModel(model, { inputLayout: 'nhwc-u8' })
  expect(bytes.report.inputs[0]).toMatchObject({ dataType: 'uint8', shape: ['N', 9, 7, 3] })
  expect(distance(await answer(bytes.bytes, 'uint8', pixels(2), [2, 9, 7, 3]), expected)).toBeLessThanOrEqual(1e-4)
  const first = await convertLayersModel(model, { inputLayout: 'nchw-f32' })
  expect(first.report.inputs[0].shape).toEqual(['N', 3, 9, 7])
  const turned = Array.from({ length: 2 * 3 * 63 }, (_, index) => {
    const [picture, channel, place] = [Math.floor(index / 189), Math.floor(index / 63) % 3, index % 63]
    return pixels(2)[(picture * 63 + place) * 3 + channel]
  })
  expect(distance(await answer(first.bytes, 'float32', turned, [2, 3, 9, 7]), expected)).toBeLessThanOrEqual(1e-4)
})

it('normalises per channel in every layout', async () => {
  const input = { subtract: [1, 2, 3], multiply: [0.1, 0.2, 0.3] }
  const plain = await answer((await convertLayersModel(model, { input })).bytes, 'float32', pixels(1), [1, 9, 7, 3])
  const { bytes } = await convertLayersModel(model, { input, inputLayout: 'nchw-f32' })
  const turned = Array.from({ length: 189 }, (_, index) => pixels(1)[(index % 63) * 3 + Math.floor(index / 63)])
  expect(distance(await answer(bytes, 'float32', turned, [1, 3, 9, 7]), plain)).toBeLessThanOrEqual(1e-4)
})

it('refuses a layout for what is no image, and a format that does not exist', async () => {
  const dense = layers.sequential({ layers: [layers.layers.dense({ inputShape: [4], units: 2 })] })
  await expect(convertLayersModel(dense, { inputLayout: 'nhwc-u8' })).rejects.toThrow(/no image.*\[option-invalid\]/)
  await expect(convertLayersModel(model, { weights: 'int4' as 'int8' })).rejects.toThrow(/fp32, fp16, int8/)
})

it.each(['fp16', 'int8'] as const)('computes %s in float32, whatever the runtime makes of the graph', async (weights) => {
  const { bytes } = await convertLayersModel(model, { weights })
  const input = Float32Array.from(pixels(5), value => value / 255)
  const answers = await Promise.all((['disabled', 'all'] as const).map(async (graphOptimizationLevel) => {
    const session = await InferenceSession.create(bytes, { graphOptimizationLevel, logSeverityLevel: 4 })
    const outputs = await session.run({ [session.inputNames[0]]: new Tensor('float32', input, [5, 9, 7, 3]) })
    return Array.from(outputs[session.outputNames[0]].data as Float32Array)
  }))
  expect(distance(answers[0], answers[1])).toBeLessThan(1e-5)
})

it('keeps kernels below a number of one\'s own', async () => {
  const { report } = await convertLayersModel(model, { weights: 'int8', keepBelow: 200 })
  expect(report.storedWeights.stored.length).toBeLessThan(4)
  expect(report.storedWeights.kept).toContainEqual(expect.objectContaining({ reason: 'it has fewer than 200 numbers' }))
})

it('answers the same with short names, in a smaller file whose ends keep their names', async () => {
  const outputs = [{ name: '0' }] // the first number that an inner tensor would get
  const [named, short] = await Promise.all(
    (['layers', 'short'] as const).map(names => convertLayersModel(model, { weights: 'int8', outputs, names })))
  expect(short.bytes.length).toBeLessThan(named.bytes.length - 1000)
  expect(short.report.outputs).toEqual(named.report.outputs)
  const ask = ({ bytes }: typeof named) => answer(bytes, 'float32', pixels(2).map(value => value / 255), [2, 9, 7, 3])
  expect(await ask(short)).toEqual(await ask(named))
})
