// An ONNX file, or what a session said, in; the known faults of ONNX Runtime's WebGPU provider that explain it, out.
import { fromBinary } from '@bufbuild/protobuf'
import { ModelProtoSchema } from '../../src/generated/onnx_pb'
import type { GraphProto, NodeProto } from '../../src/generated/onnx_pb'

interface Refusal {
  readonly id: string
  /** Said at run time, although the provider took the node. */
  readonly message: RegExp
}

interface WrongAnswer {
  readonly id: string
  /** True for a node that may be computed wrongly. */
  readonly applies: (node: NodeProto, graph: GraphProto) => boolean
}

/** onnxruntime 1.30, in Node and in browsers alike. Each must still be met; a better runtime makes the proof say so. */
export const webgpuRefusals: readonly Refusal[] = [
  { id: 'ConvTranspose over three axes', message: /Only Conv2d or Conv1d are supported/ },
  { id: 'GRU and LSTM with other activations than sigmoid and tanh', message: /Unsupported (GRU|LSTM) activation for WebGPU/ },
]

export const webgpuWrongAnswers: readonly WrongAnswer[] = [
  {
    // https://github.com/microsoft/onnxruntime/issues/29651
    id: 'Conv from 6, 9, 15, 18 ... channels (a multiple of 3, not of 4) to a multiple of 4',
    applies: (node, graph) => {
      const [filters, channels] = kernelShape(node, graph)
      return node.opType === 'Conv' && channels > 3 && channels % 3 === 0 && channels % 4 !== 0 && filters % 4 === 0
    },
  },
  {
    id: 'Conv whose window is the whole input, padded at the end only: the pads are left out',
    applies: (node, graph) => {
      const window = integers(node, 'kernel_shape')
      const pads = integers(node, 'pads')
      const isWhole = window.join() === inputShape(node, graph).slice(2).join()
      return node.opType === 'Conv' && isWhole && pads.slice(0, window.length).every(pad => pad === 0) && pads.some(pad => pad > 0)
    },
  },
]

export const refusalFor = (message: string): Refusal | undefined => webgpuRefusals.find(refusal => refusal.message.test(message))

export function wrongAnswersIn(bytes: Uint8Array): readonly WrongAnswer[] {
  const { graph } = fromBinary(ModelProtoSchema, bytes)
  return graph ? webgpuWrongAnswers.filter(({ applies }) => graph.node.some(node => applies(node, graph))) : []
}

const integers = ({ attribute }: NodeProto, name: string): number[] =>
  (attribute.find(each => each.name === name)?.ints ?? []).map(Number)

const kernelShape = ({ input }: NodeProto, graph: GraphProto): number[] =>
  (graph.initializer.find(({ name }) => name === input[1])?.dims ?? []).map(Number)

function inputShape({ input }: NodeProto, graph: GraphProto): number[] {
  const info = [...graph.input, ...graph.valueInfo].find(({ name }) => name === input[0])
  if (info?.type?.value.case !== 'tensorType') return []
  return (info.type.value.value.shape?.dim ?? []).map(({ value }) => value.case === 'dimValue' ? Number(value.value) : 0)
}
