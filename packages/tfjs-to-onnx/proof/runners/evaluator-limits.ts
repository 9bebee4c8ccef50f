// The bytes of an ONNX file in; the known faults of onnx's reference evaluator that its operators can meet, out.
import { fromBinary } from '@bufbuild/protobuf'
import { ModelProtoSchema } from '../../src/generated/onnx_pb'
import type { NodeProto } from '../../src/generated/onnx_pb'

interface EvaluatorLimit {
  readonly id: string
  readonly applies: (node: NodeProto) => boolean
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const attribute = (node: NodeProto, name: string): NodeProto['attribute'][number] | undefined =>
  node.attribute.find(each => each.name === name)

const computed: Readonly<Record<string, string>> = { RNN: 'Tanh', GRU: 'Sigmoid,Tanh', LSTM: 'Sigmoid,Tanh,Tanh' }

/** onnx 1.23. Each must still be met; where it is not, the evaluator is as good a runner as the others. */
export const evaluatorLimits: readonly EvaluatorLimit[] = [
  {
    id: 'recurrent activations: RNN knows Tanh only, GRU and LSTM ignore the attribute',
    applies: node => Object.hasOwn(computed, node.opType)
      && attribute(node, 'activations')?.strings.map(text).join() !== computed[node.opType],
  },
  { id: 'GlobalMaxPool over one axis reduces the channels', applies: ({ opType }) => opType === 'GlobalMaxPool' },
  {
    id: 'MaxPool over three axes with pads finds no output',
    applies: node => node.opType === 'MaxPool' && attribute(node, 'kernel_shape')?.ints.length === 3
      && attribute(node, 'pads')?.ints.some(pad => pad > 0n) === true,
  },
]

export function limitsOf(bytes: Uint8Array): readonly EvaluatorLimit[] {
  const nodes = fromBinary(ModelProtoSchema, bytes).graph?.node ?? []
  return evaluatorLimits.filter(({ applies }) => nodes.some(applies))
}
