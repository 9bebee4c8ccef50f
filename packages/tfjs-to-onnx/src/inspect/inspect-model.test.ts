// Files that this package writes, and others, in; what the inspector tells of them out, and typed errors for what is no model.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as layers from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { convertLayersModel } from '../convert-model'
import type { Conversion } from '../convert-model'
import { ModelProtoSchema, TensorProto_DataType } from '../generated/onnx_pb'
import type { ModelProto } from '../generated/onnx_pb'
import { shapeRules } from '../shape-rules'
import { formatInspection } from './format-inspection'
import { inspectModel } from './inspect-model'
import { placementTable } from './place-operators'

let model: layers.LayersModel
let conversion: Conversion
beforeAll(async () => {
  tf.env().set('PROD', true)
  await tf.setBackend('cpu')
  const { conv2d, conv2dTranspose, batchNormalization, timeDistributed, lstm, dense } = layers.layers
  model = layers.sequential({
    layers: [
      conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [9, 7, 2], name: 'first' }),
      batchNormalization({ name: 'norm' }),
      conv2dTranspose({ filters: 3, kernelSize: 2, strides: 2, name: 'wider' }),
      timeDistributed({ layer: layers.layers.flatten(), name: 'rows' }) as layers.layers.Layer,
      lstm({ units: 5, recurrentInitializer: 'glorotNormal', name: 'steps' }),
      dense({ units: 3, activation: 'softmax', name: 'head' }),
    ] as layers.layers.Layer[],
  })
  conversion = await convertLayersModel(model, { metadata: { labels: '["a","b","c"]' } })
})

const changed = (change: (file: ModelProto) => void, bytes = conversion.bytes): Uint8Array => {
  const file = fromBinary(ModelProtoSchema, bytes)
  change(file)
  return toBinary(ModelProtoSchema, file)
}

describe('inspectModel', () => {
  it('tells of a converted file what its report tells', () => {
    const { report, bytes } = conversion
    expect(inspectModel(bytes)).toMatchObject({
      bytes: report.bytes,
      irVersion: report.irVersion,
      opsets: { '': report.opset },
      producer: { name: 'tfjs-to-onnx' },
      inputs: report.inputs,
      outputs: report.outputs,
      operators: report.operators,
      parameters: report.parameters,
      parameterBytes: report.parameters * 4,
      multiplyAccumulates: report.multiplyAccumulates,
      uncounted: [],
      metadata: { labels: '["a","b","c"]' },
    })
    expect(report.multiplyAccumulates).toBeGreaterThan(10_000)
  })

  it.each([['fp16', 0.6], ['int8', 0.95]] as const)('counts weights that are stored as %s', async (weights, share) => {
    const { bytes, report } = await convertLayersModel(model, { weights })
    const { parameters, parameterBytes, multiplyAccumulates } = inspectModel(bytes)
    expect({ parameters, multiplyAccumulates }).toEqual({
      parameters: report.parameters, multiplyAccumulates: report.multiplyAccumulates,
    })
    expect(parameterBytes).toBeLessThan(4 * share * report.parameters)
  })

  it('finds the shapes that a file does not declare', () => {
    const bare = changed(({ graph }) => graph?.valueInfo.splice(0))
    expect(inspectModel(bare).multiplyAccumulates).toBe(conversion.report.multiplyAccumulates)
  })

  it('names what it cannot count, and what it did not measure', () => {
    const other = changed(({ graph }) => {
      graph?.valueInfo.splice(0)
      const [first] = graph?.node ?? []
      if (first !== undefined) first.opType = 'Mystery'
    })
    const inspection = inspectModel(other)
    expect(inspection.uncounted.length).toBeGreaterThan(1)
    expect(inspection.multiplyAccumulates).toBeLessThan(conversion.report.multiplyAccumulates)
    expect(inspection.placement.find(({ operator }) => operator === 'Mystery')?.runsOn).toBeUndefined()
    expect(formatInspection(inspection)).toMatch(/not counted: .*\n/)
    expect(formatInspection(inspection)).toMatch(/^ {2}Mystery +1 +\? +\? +\?$[^]*^ {2}\? not measured/m)
  })

  it('tells nothing of opsets that were not measured', () => {
    const later = changed(({ opsetImport }) => { opsetImport[0].version = 22n })
    expect(inspectModel(later).placement.every(({ runsOn }) => runsOn === undefined)).toBe(true)
  })

  it('tells constants from inputs in old files', () => {
    const old = changed(({ graph }) => graph?.input.push({ ...graph.input[0], name: 'first/kernel' }))
    expect(inspectModel(old).inputs.map(({ name }) => name)).toEqual(conversion.report.inputs.map(({ name }) => name))
  })

  it('prints the contract, the operators and where they run', () => {
    const text = formatInspection(inspectModel(conversion.bytes))
    expect(text).toMatch(/^opset +17, IR version 8$/m)
    expect(text).toMatch(/^ {2}first_input +float32 {2}\[N, 9, 7, 2\]$/m)
    expect(text).toMatch(/^ {2}head +float32 {2}\[N, 3\]$/m)
    expect(text).toMatch(/^operator +nodes {2}cpu {2}wasm {2}webgpu$/m)
    expect(text).toMatch(/^ {2}ConvTranspose +1 +yes +yes +yes$/m)
    expect(text).toMatch(/^ {2}labels +\["a","b","c"\]$/m)
  })
})

describe('the placement table', () => {
  it('has a row for every operator that the exporter writes', () => {
    expect(Object.keys(shapeRules).filter(operator => !Object.hasOwn(placementTable, operator))).toEqual([])
  })

  it('tells bytes and three dimensions apart, where they run elsewhere', async () => {
    const { conv3dTranspose } = layers.layers as unknown as { conv3dTranspose: (config: object) => layers.layers.Layer }
    const deep = layers.sequential({ layers: [conv3dTranspose({ filters: 2, kernelSize: 2, inputShape: [3, 4, 5, 1] })] })
    const { placement } = inspectModel((await convertLayersModel(deep)).bytes)
    expect(placement.find(({ operator }) => operator === 'ConvTranspose(3D)')?.runsOn)
      .toEqual({ cpu: true, wasm: true, webgpu: false })
    const first = changed(({ graph }) => {
      const type = graph?.input[0].type?.value
      if (type?.case === 'tensorType') type.value.elemType = TensorProto_DataType.UINT8
    })
    expect(inspectModel(first).placement.map(({ operator }) => operator)).toContain('Transpose(uint8)')
  })
})

describe('what is no ONNX file', () => {
  const text = (content: string) => new TextEncoder().encode(content)
  it.each([
    ['an empty file', new Uint8Array(0), /is empty/],
    ['an HTML page', text('<!doctype html><title>404</title>'), /HTML/],
    ['a model.json', text('{"modelTopology":{}}'), /it is JSON.*tfjs-to-onnx model\.json/],
    ['a Keras archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /zip/],
    ['a TensorFlow Lite model', Uint8Array.from([28, 0, 0, 0, 0x54, 0x46, 0x4c, 0x33, 0]), /TensorFlow Lite/],
    ['a model of onnxruntime', Uint8Array.from([28, 0, 0, 0, 0x4f, 0x52, 0x54, 0x4d, 0]), /\.ort/],
    ['a pointer of Git LFS', text('version https://git-lfs.github.com/spec/v1\noid sha256:1\n'), /git lfs pull/],
    ['other bytes', Uint8Array.from([255, 254, 253, 1, 2]), /no ONNX file|damaged/],
    ['a message without a graph', toBinary(ModelProtoSchema, create(ModelProtoSchema, { irVersion: 8n })), /no graph/],
  ])('%s', (_, bytes, message) => {
    expect(() => inspectModel(bytes, 'm.onnx')).toThrow(message)
    expect(() => inspectModel(bytes, 'm.onnx')).toThrow(/^Cannot read "m\.onnx": .*\[file-invalid\]$/)
  })

  it.each([0.2, 0.5, 0.9, 0.999])('a file cut short at %f of its length', (share) => {
    const { bytes } = conversion
    expect(() => inspectModel(bytes.slice(0, Math.floor(bytes.length * share)))).toThrow(/\[file-(invalid|damaged)\]$/)
  })

  it('no opset, no ir_version, and constants with bytes missing', () => {
    expect(() => inspectModel(changed(({ opsetImport }) => opsetImport.splice(0)))).toThrow(/opset_import.*\[file-invalid\]/)
    expect(() => inspectModel(changed((file) => { file.irVersion = 0n }))).toThrow(/ir_version.*\[file-invalid\]/)
    const short = changed(({ graph }) => {
      const kernel = graph?.initializer.find(({ name }) => name === 'first/kernel')
      if (kernel !== undefined) kernel.rawData = kernel.rawData.slice(4)
    })
    expect(() => inspectModel(short)).toThrow(/"first\/kernel" holds 284 bytes, not 288.*\[file-damaged\]/)
  })
})
