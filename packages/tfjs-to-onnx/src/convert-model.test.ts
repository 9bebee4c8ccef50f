// Models and options come in; bytes must be reproducible, structure as promised, and impossible wishes refused.
import * as tfc from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-layers'
import { fromBinary } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { residualNetwork } from '../test/residual-network'
import { convertLayersModel } from './convert-model'
import type { ConversionOptions, OutputRequest } from './conversion-options'
import { ModelProtoSchema } from './generated/onnx_pb'
import type { ModelProto } from './generated/onnx_pb'

const decode = async (model: tf.LayersModel, options?: ConversionOptions): Promise<ModelProto> =>
  fromBinary(ModelProtoSchema, (await convertLayersModel(model, options)).bytes)

async function reload(model: tf.LayersModel): Promise<tf.LayersModel> {
  let saved: tfc.io.ModelArtifacts | undefined
  await model.save(tfc.io.withSaveHandler(async (artifacts) => {
    saved = artifacts
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
  }))
  return tf.loadLayersModel(tfc.io.fromMemory(saved as tfc.io.ModelArtifacts))
}

describe('the bytes', () => {
  it('are the same for the same model, saved and loaded or not', async () => {
    const model = residualNetwork()
    const { bytes } = await convertLayersModel(model)
    expect(Buffer.compare(bytes, (await convertLayersModel(model)).bytes)).toBe(0)
    expect(Buffer.compare(bytes, (await convertLayersModel(await reload(model))).bytes)).toBe(0)
  })

  it('leave the model and the memory of tfjs as they were', async () => {
    const model = residualNetwork()
    const before = tfc.memory().numTensors
    await convertLayersModel(model)
    expect(tfc.memory().numTensors).toBe(before)
  })

  it('hold complete little-endian tensors, explicit pads and the dynamic batch', async () => {
    const { graph } = await decode(residualNetwork())
    for (const { name, dims, dataType, rawData } of graph?.initializer ?? []) {
      const elements = dims.reduce((product, size) => product * Number(size), 1)
      expect(rawData?.length, name).toBe(elements * (dataType === 1 ? 4 : 8))
    }
    expect(graph?.node.flatMap(node => node.attribute).map(({ name }) => name)).not.toContain('auto_pad')
    const type = graph?.input[0].type?.value
    expect(type?.case === 'tensorType' && type.value.shape?.dim.map(({ value }) => value.value))
      .toEqual(['N', 28n, 28n, 1n])
  })

  it('name producer, versions and metadata', async () => {
    const model = await decode(residualNetwork(), { metadata: { labels: '["a"]', author: 'me' } })
    expect(model).toMatchObject({ irVersion: 8n, producerName: 'tfjs-to-onnx', producerVersion: '0.1.0' })
    expect(model.opsetImport).toMatchObject([{ domain: '', version: 17n }])
    expect(model.metadataProps.map(({ key, value }) => [key, value]))
      .toEqual([['author', 'me'], ['exporter', 'tfjs-to-onnx 0.1.0'], ['labels', '["a"]']])
  })

  it.each([[13, 7n], [15, 8n], [19, 9n], [21, 10n]])('of opset %i have IR version %i', async (opset, irVersion) => {
    expect((await decode(residualNetwork(), { opset })).irVersion).toBe(irVersion)
  })
})

describe('refused models', () => {
  it.each([[undefined], [null], [{}], ['model.json']])('%j', async (model) => {
    const notAModel = model as unknown as tf.LayersModel
    await expect(convertLayersModel(notAModel)).rejects.toMatchObject({ code: 'model-invalid' })
  })

  it('a single layer', async () => {
    const layer = tf.layers.dense({ units: 1 }) as unknown as tf.LayersModel
    await expect(convertLayersModel(layer)).rejects.toThrow('received a Dense')
  })

  it('sizes that are not known', async () => {
    const model = tf.sequential({ layers: [
      tf.layers.conv2d({
        name: 'conv', filters: 1, kernelSize: 3, strides: 2, padding: 'same', inputShape: [null, 8, 1] }),
    ] })
    await expect(convertLayersModel(model))
      .rejects.toMatchObject({ code: 'dimension-unknown', layer: 'conv', key: 'padding' })
  })

  it('weights that diverged', async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ name: 'dense', units: 1, inputShape: [1] })] })
    model.setWeights([tfc.tensor2d([[Number.NaN]]), tfc.tensor1d([0])])
    await expect(convertLayersModel(model)).rejects.toMatchObject({ code: 'weight-not-finite', key: 'kernel' })
  })
})

describe('refused wishes', () => {
  const ask = (...outputs: OutputRequest[]): Promise<unknown> => convertLayersModel(residualNetwork(), { outputs })

  it.each([
    ['a layer that does not exist', () => ask({ name: 'y', layer: 'nowhere' }), 'output-unknown'],
    ['the softmax of nothing', () => ask({ name: 'y', softmaxOf: 'nowhere' }), 'output-unknown'],
    ['an output named like the input', () => ask({ name: 'image' }), 'option-invalid'],
    ['numbers for other channels', () =>
      convertLayersModel(residualNetwork(), { input: { subtract: [1, 2, 3] } }), 'option-invalid'],
  ])('%s', async (_, run, code) => {
    await expect(run()).rejects.toMatchObject({ code })
  })

  it('dividing probabilities', async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], activation: 'softmax' })] })
    const outputs = [{ name: 'y', divideBy: 2 }]
    await expect(convertLayersModel(model, { outputs })).rejects.toThrow('ends in softmax')
  })
})
