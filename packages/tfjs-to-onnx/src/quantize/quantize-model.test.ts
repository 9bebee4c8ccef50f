// A small network, converted, and drawn batches in; int8 files that onnxruntime answers alike, and refusals, out.
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as layers from '@tensorflow/tfjs-layers'
import * as wasm from 'onnxruntime-web'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRunner } from '../../test/open-session'
import { randomizeWeights } from '../../test/random-weights'
import { seededRandom } from '../../test/seeded-random'
import { convertLayersModel } from '../convert-model'
import type { ConversionOptions } from '../conversion-options'
import { inspectModel } from '../inspect/inspect-model'
import { decodeGraph } from '../onnx-file/decode-graph'
import type { Initializer } from '../value'
import { quantizeModel } from './quantize-model'
import type { Feeds, QuantizationOptions } from './quantization-options'

/** Convolutions, a depthwise one, a sum of two branches, pools, swish (not fused) and a dense head. */
function network(): layers.LayersModel {
  const { conv2d, depthwiseConv2d, maxPooling2d, globalAveragePooling2d, dense, add, activation, reLU } = layers.layers
  const input = layers.input({ shape: [11, 8, 3], name: 'image' })
  const stem = conv2d({ filters: 6, kernelSize: 3, padding: 'same', activation: 'relu', name: 'stem' }).apply(input)
  const left = depthwiseConv2d({ kernelSize: 3, padding: 'same', name: 'left' }).apply(stem)
  const right = conv2d({ filters: 6, kernelSize: 1, useBias: false, activation: 'relu6', name: 'right' }).apply(stem)
  const sum = reLU({ name: 'relu' }).apply(add({ name: 'sum' }).apply([left, right] as layers.SymbolicTensor[]))
  const pool = maxPooling2d({ poolSize: 2, name: 'pool' }).apply(sum)
  const linear = conv2d({ filters: 8, kernelSize: 2, name: 'last' }).apply(pool)
  const last = activation({ activation: 'swish', name: 'swish' }).apply(linear) as layers.SymbolicTensor
  const output = dense({ units: 5, name: 'head' }).apply(globalAveragePooling2d({ name: 'mean' }).apply(last))
  return layers.model({ inputs: input, outputs: output as layers.SymbolicTensor })
}

const draw = (seed: number, batch: number): Feeds => {
  const random = seededRandom(seed)
  const data = Float32Array.from({ length: batch * 11 * 8 * 3 }, () => random() * 2 - 1)
  return { image: { dataType: 'float32', data, dims: [batch, 11, 8, 3] } }
}
const batches = [draw(1, 8), draw(2, 8), draw(3, 3)]
const fresh = draw(9, 5)
const run = openRunner()
const nodes = ['stem/Conv', 'left/Conv', 'right/Conv', 'last/Conv', 'head/Gemm']

const answer = async (model: Uint8Array, feeds: Feeds, runner = run) =>
  Array.from((await runner(model, feeds)).head.data as Float32Array)

/** The largest difference, by the largest number. */
function difference(actual: readonly number[], expected: readonly number[]): number {
  const largest = Math.max(...expected.map(Math.abs))
  return Math.max(...expected.map((value, place) => Math.abs(value - actual[place]))) / largest
}

let model: layers.LayersModel
let bytes: Uint8Array
let expected: readonly number[]
beforeAll(async () => {
  tf.env().set('PROD', true)
  await tf.setBackend('cpu')
  model = randomizeWeights(network())
  bytes = (await convertLayersModel(model)).bytes
  expected = await answer(bytes, fresh)
})

const convert = async (options: ConversionOptions) => (await convertLayersModel(model, options)).bytes
const quantize = (options: Partial<QuantizationOptions> = {}, file = bytes) =>
  quantizeModel(file, { run, batches, ...options })

describe('quantizeModel', () => {
  it.each(['minmax', 'percentile', 'entropy'] as const)('answers nearly as before: %s', async (method) => {
    const { bytes: small, report } = await quantize({ method })
    expect(difference(await answer(small, fresh), expected)).toBeLessThan(0.05)
    expect(difference(await answer(small, fresh), expected)).toBeGreaterThan(0)
    expect(report).toMatchObject({ method, nodes, kept: [], attempts: [], perChannel: true, bytesBefore: bytes.length })
    expect(report.bytes).toBe(small.length)
    expect(inspectModel(small).metadata.quantization).toBe(`int8, static, ${method}, per channel`)
  })

  it('lets runtimes compute all of it in int8, and the answers stay float32', async () => {
    const { bytes: small } = await quantize()
    const { operators } = inspectModel(await optimized(small))
    expect(operators).toMatchObject({ QLinearConv: 4, QLinearAdd: 1, QLinearGlobalAveragePool: 1, QGemm: 1, MaxPool: 1 })
    expect(operators.Conv).toBeUndefined()
    expect(inspectModel(small).outputs).toEqual(inspectModel(bytes).outputs)
    expect(await answer(small, fresh, openRunner({ graphOptimizationLevel: 'all' }))).toHaveLength(25)
  })

  it('pools share the bytes of what they pool', async () => {
    const { report: { tensors } } = await quantize()
    const scales = new Map(tensors.map(({ name, scale, zeroPoint }) => [name, `${scale} ${zeroPoint}`]))
    expect(scales.get('pool/MaxPool')).toBe(scales.get('relu/Relu'))
    expect(scales.get('stem/Relu')).not.toBe(scales.get('relu/Relu'))
    expect(scales.has('head')).toBe(false)
  })

  it.each([13, 15, 18, 21])('in opset %i, natively and in WebAssembly', async (opset) => {
    const { bytes: small } = await quantize({}, await convert({ opset }))
    expect(difference(await answer(small, fresh), expected)).toBeLessThan(0.05)
    wasm.env.wasm.numThreads = 1
    const session = await wasm.InferenceSession.create(small, { executionProviders: ['wasm'] })
    const { data, dims } = fresh.image
    const outputs = await session.run({ image: new wasm.Tensor('float32', data as Float32Array, dims) })
    expect(difference(Array.from(outputs.head.data as Float32Array), expected)).toBeLessThan(0.05)
  })

  it.each([
    ['nhwc-u8', 'uint8'], ['nchw-f32', 'float32'],
  ] as const)('with the input layout %s', async (inputLayout, dataType) => {
    const file = await convert({ inputLayout })
    const shape = inputLayout === 'nchw-f32' ? [4, 3, 11, 8] : [4, 11, 8, 3]
    const random = seededRandom(4)
    const numbers = Array.from({ length: 4 * 264 }, () => dataType === 'uint8' ? Math.floor(random() * 256) : random())
    const feeds: Feeds = {
      image: { dataType, data: dataType === 'uint8' ? Uint8Array.from(numbers) : Float32Array.from(numbers), dims: shape },
    }
    const { bytes: small } = await quantize({ batches: [feeds] }, file)
    expect(difference(await answer(small, feeds), await answer(file, feeds))).toBeLessThan(0.05)
  })

  it('stores each kernel within half a step, per channel, and 7 bits where asked for', async () => {
    const kernelOf = async (options: Partial<QuantizationOptions>) => {
      const { graph } = decodeGraph((await quantize(options)).bytes, 'it')
      const find = (name: string) => graph.initializers.find(one => one.name === name) as Initializer
      return { kernel: find('stem/kernel_int8'), scale: find('stem/kernel/scale') }
    }
    const { kernel, scale } = await kernelOf({})
    const whole = decodeGraph(bytes, 'it').graph.initializers.find(({ name }) => name === 'stem/kernel') as Initializer
    expect(scale.shape).toEqual([6])
    const inner = whole.data.length / 6
    whole.data.forEach((value, index) => {
      const step = scale.data[Math.floor(index / inner)]
      expect(Math.abs(value - kernel.data[index] * step)).toBeLessThanOrEqual(step / 2 * 1.0001)
    })
    expect(Math.max(...kernel.data.map(Math.abs))).toBe(127)
    expect((await kernelOf({ perChannel: false })).scale.shape).toEqual([])
    expect(Math.max(...(await kernelOf({ reduceRange: true })).kernel.data.map(Math.abs))).toBe(63)
  })

  it('gives the same bytes again, and for the batches in another order', async () => {
    const { bytes: first } = await quantize({ method: 'entropy' })
    const { bytes: second } = await quantize({ method: 'entropy', batches: [...batches].reverse() })
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('leaves nodes alone that are named', async () => {
    const { bytes: small, report } = await quantize({ skip: ['last/Conv', 'head/Gemm'] })
    expect(report.nodes).toEqual(nodes.slice(0, 3))
    expect(report.kept).toEqual(nodes.slice(3).map(name => ({ name, reason: 'it is in the list of nodes to skip' })))
    expect(inspectModel(small).operators).toMatchObject({ Conv: 4 })
    expect(difference(await answer(small, fresh), expected)).toBeLessThan(0.05)
    await expect(quantize({ skip: ['nobody'] })).rejects.toThrow(/nobody.*stem\/Conv.*\[option-invalid\]/)
  })

  it('tells of its progress and stops when told', async () => {
    const heard: string[] = []
    await quantize({ onProgress: ({ phase, done, total }) => heard.push(`${phase} ${done}/${total}`) })
    expect(heard).toEqual(['calibration 1/3', 'calibration 2/3', 'calibration 3/3'])
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    await expect(quantize({ signal: stop.signal })).rejects.toThrow('enough')
  })
})

describe('what cannot be quantised', () => {
  it.each([
    ['no batches', { batches: [] }, /batches.*\[option-invalid\]/],
    ['an unknown method', { method: 'guess' as 'minmax' }, /guess.*minmax, percentile, entropy.*\[option-invalid\]/],
    ['a runtime that fails', { run: () => Promise.reject(new Error('no memory')) }, /no memory.*\[calibration-failed\]/],
    ['a runtime that gives nothing', { run: () => Promise.resolve({}) }, /gave no numbers.*\[calibration-failed\]/],
    ['a batch with NaN', {
      batches: [{ image: { dataType: 'float32' as const, data: new Float32Array(264).fill(NaN), dims: [1, 11, 8, 3] } }],
    }, /"image.*" is NaN.*\[calibration-failed\]/],
  ])('%s', async (_, options, message) => {
    await expect(quantize(options)).rejects.toThrow(message)
  })

  it('a file whose weights are small already, and bytes that are no model', async () => {
    const half = await convert({ weights: 'fp16' })
    await expect(quantize({}, half)).rejects.toThrow(/"stem\/Conv".*'fp32'.*\[quantization-impossible\]/)
    await expect(quantize({}, new Uint8Array(0))).rejects.toThrow(/empty.*\[file-invalid\]/)
  })
})

/** What the runtime makes of the file before it computes, without its rearrangements for one processor. */
async function optimized(file: Uint8Array): Promise<Uint8Array> {
  const { mkdtempSync, readFileSync, rmSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const folder = mkdtempSync(`${tmpdir()}/optimized-`)
  const optimizedModelFilePath = `${folder}/model.onnx`
  await openRunner({ graphOptimizationLevel: 'extended', optimizedModelFilePath })(file, fresh)
  const found = new Uint8Array(readFileSync(optimizedModelFilePath))
  rmSync(folder, { recursive: true })
  return found
}
