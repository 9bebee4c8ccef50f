// Nothing in; the folder tiny/ with a model.onnx of under 1 kB and its manifest out.
// Run: npx tsx packages/node/test/make-tiny-model.ts
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { create, toBinary } from '@bufbuild/protobuf'
import type { MessageInitShape } from '@bufbuild/protobuf'
import * as onnx from '../../tfjs-to-onnx/src/generated/onnx_pb'

const float = onnx.TensorProto_DataType.FLOAT
const int64 = onnx.TensorProto_DataType.INT64

/** A picture that is brighter in its upper half is 'upper', else 'lower': predictable without training. */
const rows = 28
const labels = ['upper', 'lower']
const weight = new Float32Array(rows * labels.length).map((_, index) => {
  const sign = Math.floor(index / labels.length) < rows / 2 ? 1 : -1
  return (index % labels.length === 0 ? sign : -sign) * 0.25
})

type ValueInfo = MessageInitShape<typeof onnx.ValueInfoProtoSchema>
type Node = MessageInitShape<typeof onnx.NodeProtoSchema>

function valueInfo(name: string, sizes: readonly number[]): ValueInfo {
  const dim = [
    { value: { case: 'dimParam' as const, value: 'N' } },
    ...sizes.map((size) => ({ value: { case: 'dimValue' as const, value: BigInt(size) } })),
  ]
  return { name, type: { value: { case: 'tensorType', value: { elemType: float, shape: { dim } } } } }
}

function node(opType: string, input: string[], output: string, attribute: Node['attribute'] = []): Node {
  return { opType, name: output, input, output: [output], attribute }
}

const integer = onnx.AttributeProto_AttributeType.INT
const model = create(onnx.ModelProtoSchema, {
  irVersion: 8n,
  producerName: 'stylelens-test-fixture',
  opsetImport: [{ domain: '', version: 17n }],
  graph: {
    name: 'tiny',
    input: [valueInfo('image', [rows, 28, 1])],
    output: [valueInfo('logits', [2]), valueInfo('probabilities', [2]), valueInfo('embedding', [rows])],
    node: [
      // [N, 28, 28, 1] read as [N, channels = rows, 28, 1]: the mean of every row
      node('GlobalAveragePool', ['image'], 'means'),
      node('Reshape', ['means', 'shape'], 'embedding'),
      node('Gemm', ['embedding', 'weight'], 'logits'),
      node('Softmax', ['logits'], 'probabilities', [{ name: 'axis', type: integer, i: 1n }]),
    ],
    initializer: [
      { name: 'weight', dataType: float, dims: [BigInt(rows), 2n], rawData: new Uint8Array(weight.buffer) },
      { name: 'shape', dataType: int64, dims: [2n], int64Data: [-1n, BigInt(rows)] },
    ],
  },
})

const bytes = toBinary(onnx.ModelProtoSchema, model)
const manifest = {
  manifestVersion: 1,
  name: 'tiny',
  description: 'Says whether the upper or the lower half of a picture is brighter. For tests only.',
  labels,
  input: {
    name: 'image',
    type: 'float32',
    layout: 'NHWC',
    width: 28,
    height: rows,
    channels: 1,
    range: [0, 1],
    polarity: 'bright-on-black',
    resize: { method: 'lanczos3', fit: 'longest-side', odd: 'top-left' },
    normalization: { value: { mean: 0, std: 1 }, applied: 'in-graph' },
  },
  preprocess: 'fashion-mnist',
  outputs: { logits: 'logits', probabilities: 'probabilities', embedding: 'embedding' },
  temperature: { value: 1, applied: 'in-graph' },
  recipe: 'none',
  file: 'model.onnx',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  opset: 17,
  parameters: weight.length,
  macs: rows * 28 + weight.length,
  embeddingSize: rows,
  license: 'MIT',
}
writeFileSync(new URL('./tiny/model.onnx', import.meta.url), bytes)
writeFileSync(new URL('./tiny/manifest.json', import.meta.url), `${JSON.stringify(manifest, null, 2)}\n`)
