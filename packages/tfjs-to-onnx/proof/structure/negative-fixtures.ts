// A good ONNX file in; broken copies of it, each with one fault and who must notice it, out.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import { ModelProtoSchema, TensorProto_DataType, TensorProtoSchema } from '../../src/generated/onnx_pb'
import type { GraphProto, ModelProto } from '../../src/generated/onnx_pb'

/** 'refuses' or 'accepts': what was seen of other checkers, so that a change of theirs is noticed. */
export type Verdict = 'refuses' | 'accepts'

export interface NegativeFixture {
  readonly id: string
  readonly spoil: (model: ModelProto, graph: GraphProto) => void
  /** What our own check says. */
  readonly fault: RegExp
  readonly onnxRuntime: Verdict
  /** onnx.checker with strict shape inference. */
  readonly checker: Verdict
}

export const negativeFixtures: readonly NegativeFixture[] = [
  {
    id: 'wrong declared shape',
    spoil: (_, { output: [output] }) => {
      const { type } = output
      if (type?.value.case !== 'tensorType') return
      const [, width] = type.value.value.shape?.dim ?? []
      width.value = { case: 'dimValue', value: 99n }
    },
    fault: /declares \[N, 99\] but gives/, onnxRuntime: 'accepts', checker: 'refuses',
  },
  {
    id: 'unsorted nodes', spoil: (_, graph) => { graph.node.reverse() },
    fault: /reads ".*" before it exists/, onnxRuntime: 'accepts', checker: 'refuses',
  },
  {
    id: 'missing ir_version', spoil: (model) => { model.irVersion = 0n },
    fault: /ir_version is missing/, onnxRuntime: 'accepts', checker: 'refuses',
  },
  {
    id: 'truncated raw_data', spoil: (_, { initializer: [first] }) => { first.rawData = first.rawData.slice(0, -4) },
    fault: /holds \d+ numbers, not \d+/, onnxRuntime: 'refuses', checker: 'refuses',
  },
  {
    id: 'unused initialiser',
    spoil: (_, graph) => {
      const rawData = new Uint8Array(4)
      graph.initializer.push(create(TensorProtoSchema, { name: 'spare', dataType: TensorProto_DataType.FLOAT, dims: [1n], rawData }))
    },
    fault: /initializer "spare" is unused/, onnxRuntime: 'accepts', checker: 'accepts',
  },
  {
    id: 'duplicate name', spoil: (_, graph) => { graph.node[1].output = [...graph.node[0].output] },
    fault: /is used twice/, onnxRuntime: 'refuses', checker: 'refuses',
  },
  {
    id: 'opset missing', spoil: (model) => { model.opsetImport = [] },
    fault: /no opset is imported/, onnxRuntime: 'refuses', checker: 'refuses',
  },
  {
    id: 'unknown operator', spoil: (_, graph) => { graph.node[0].opType = 'Convolve' },
    fault: /no shape rule for Convolve/, onnxRuntime: 'refuses', checker: 'refuses',
  },
]

export function spoilt(bytes: Uint8Array, { spoil }: NegativeFixture): Uint8Array {
  const model = fromBinary(ModelProtoSchema, bytes)
  if (!model.graph) throw new Error('The file has no graph.')
  spoil(model, model.graph)
  return toBinary(ModelProtoSchema, model)
}
