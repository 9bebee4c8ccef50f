// Files that this package writes in; the same bytes again out, once read into a graph; refusals of what it never writes.
import { fromBinary, toBinary } from '@bufbuild/protobuf'
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as layers from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { convertLayersModel } from '../convert-model'
import type { ConversionOptions } from '../conversion-options'
import { encodeModel } from '../encode-model'
import { ModelProtoSchema, TensorProto_DataLocation, TensorProto_DataType } from '../generated/onnx_pb'
import type { GraphProto, ModelProto } from '../generated/onnx_pb'
import { validateGraph } from '../validate-graph'
import { decodeGraph } from './decode-graph'

let model: layers.LayersModel
beforeAll(async () => {
  tf.env().set('PROD', true)
  await tf.setBackend('cpu')
  const { conv2d, upSampling2d, globalMaxPooling2d, dense, embedding, bidirectional, gru, concatenate } = layers.layers
  const image = layers.input({ shape: [6, 5, 3], name: 'image' })
  const words = layers.input({ shape: [4], dtype: 'int32', name: 'words' })
  const features = conv2d({ filters: 8, kernelSize: 3, name: 'conv' }).apply(image)
  const left = globalMaxPooling2d({}).apply(upSampling2d({}).apply(features))
  const rows = embedding({ inputDim: 9, outputDim: 8 }).apply(words)
  const right = bidirectional({ layer: gru({ units: 4, recurrentInitializer: 'glorotNormal' }), mergeMode: 'concat' }).apply(rows)
  const both = concatenate().apply([left, right] as layers.SymbolicTensor[])
  const outputs = dense({ units: 7, name: 'head' }).apply(both) as layers.SymbolicTensor
  model = layers.model({ inputs: [image, words], outputs })
})

describe('decodeGraph', () => {
  it.each<ConversionOptions>([
    { opset: 13 }, { opset: 21 }, { weights: 'fp16' }, { weights: 'int8' }, { metadata: { b: '1', a: 'ü' } },
    { outputs: [{ name: 'inner', layer: 'conv' }, { name: 'head' }, { name: 'again', softmaxOf: 'head' }] },
  ])('reads and writes the same bytes: %o', async (options) => {
    const { bytes } = await convertLayersModel(model, options)
    const { graph, metadata } = decodeGraph(bytes, 'm.onnx')
    validateGraph(graph)
    expect(Buffer.compare(encodeModel(graph, metadata), bytes)).toBe(0)
  })

  it('reads numbers that other exporters put into typed fields', async () => {
    const { bytes } = await convertLayersModel(model)
    const listed = changed(bytes, ({ initializer }) => {
      for (const tensor of initializer) {
        const { buffer, byteOffset, byteLength } = tensor.rawData.slice()
        if (tensor.dataType === TensorProto_DataType.FLOAT) {
          tensor.floatData = [...new Float32Array(buffer, byteOffset, byteLength / 4)]
        } else if (tensor.dataType === TensorProto_DataType.INT64) {
          tensor.int64Data = [...new BigInt64Array(buffer, byteOffset, byteLength / 8)]
        } else continue
        tensor.rawData = new Uint8Array(0)
      }
    })
    const { graph, metadata } = decodeGraph(listed, 'm.onnx')
    expect(Buffer.compare(encodeModel(graph, metadata), bytes)).toBe(0)
  })

  it.each<[string, (file: ModelProto, graph: GraphProto) => void, RegExp]>([
    ['an operator that is never written', (_, { node }) => { node[0].opType = 'NonZero' },
      /operator NonZero.*\[file-invalid\]/],
    ['operators of another domain', ({ opsetImport: sets }) => { sets.push({ ...sets[0], domain: 'com.example' }) },
      /outside of ONNX itself.*\[file-invalid\]/],
    ['a name that nothing gives', (_, { node }) => { node[0].input[0] = 'ghost' },
      /nothing gives "ghost".*\[file-invalid\]/],
    ['numbers in another file',
      (_, { initializer }) => { initializer[0].dataLocation = TensorProto_DataLocation.EXTERNAL },
      /another file.*\[file-invalid\]/],
    ['a type that is never written', (_, { initializer }) => {
      Object.assign(initializer[0], { dataType: TensorProto_DataType.DOUBLE, rawData: new Uint8Array(0) })
    }, /float64.*\[file-invalid\]/],
    ['numbers missing', (_, { initializer }) => { initializer[0].rawData = new Uint8Array(0) },
      /holds 0 numbers, not \d+.*\[file-damaged\]/],
  ])('refuses %s', async (_, change, message) => {
    const { bytes } = await convertLayersModel(model)
    const file = fromBinary(ModelProtoSchema, bytes)
    if (file.graph) change(file, file.graph)
    expect(() => decodeGraph(toBinary(ModelProtoSchema, file), 'm.onnx')).toThrow(message)
  })
})

function changed(bytes: Uint8Array, change: (graph: GraphProto) => void): Uint8Array {
  const file = fromBinary(ModelProtoSchema, bytes)
  if (file.graph) change(file.graph)
  return toBinary(ModelProtoSchema, file)
}
