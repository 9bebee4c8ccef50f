// The nodes of a classifier in; the names of its first kernels, of its feature maps and of what weighs them out.
import type { OnnxNode } from '../model/onnx/list-nodes'
import type { GraphView } from './graph-view'

/** One way from feature maps to the last layer: their mean or their largest value, in the given place of its input. */
export interface Pooling {
  readonly maps: string
  readonly kind: 'average' | 'maximum'
}

/** A dense layer on pooled feature maps: what a class-activation map is made of. */
export interface Head {
  readonly poolings: readonly Pooling[]
  /** [features, classes], or [classes, features] where `transposed`. */
  readonly weight: string
  readonly transposed: boolean
}

export interface Landmarks {
  /** The weights of the first convolution, [filters, channels, height, width]; undefined where there is none. */
  readonly kernels: string | undefined
  /** The result of each convolution, behind its activation function, in their order. */
  readonly maps: readonly string[]
  /** Undefined where the network ends otherwise. */
  readonly head: Head | undefined
}

/** Element by element, so that a map stays the same map. */
const following = [
  'Relu',
  'Clip',
  'LeakyRelu',
  'PRelu',
  'Sigmoid',
  'HardSigmoid',
  'HardSwish',
  'Elu',
  'Selu',
  'Gelu',
  'Tanh',
  'Add',
  'BatchNormalization',
  'DequantizeLinear',
  'QuantizeLinear',
]
const reshaping = ['Flatten', 'Reshape', 'Squeeze', 'Identity', 'Dropout', 'Cast', 'QuantizeLinear', 'DequantizeLinear']
const scoring = [
  'Softmax',
  'LogSoftmax',
  'Sigmoid',
  'Log',
  'Add',
  'Mul',
  'Div',
  'Identity',
  'Cast',
  'DequantizeLinear',
  'QuantizeLinear',
]
const poolings: Readonly<Record<string, Pooling['kind']>> = {
  GlobalAveragePool: 'average',
  GlobalMaxPool: 'maximum',
  ReduceMean: 'average',
  ReduceMax: 'maximum',
}

/** @param output the value that the classes are read from: logits or probabilities */
export function findLandmarks(graph: GraphView, output: string): Landmarks {
  const convolutions = graph.nodes.filter(({ operator }) => operator === 'Conv')
  return {
    kernels: convolutions[0]?.inputs[1],
    maps: [...new Set(convolutions.map(({ outputs }) => followMap(graph, outputs[0])))],
    head: convolutions.length === 0 ? undefined : findHead(graph, output),
  }
}

/** To the last value of which the map alone is made, or the map and what it is added to. */
function followMap(graph: GraphView, value: string): string {
  const [taker, ...others] = graph.takers(value)
  if (taker === undefined || others.length > 0 || !following.includes(taker.operator)) return value
  return followMap(graph, taker.outputs[0])
}

/** Back through nodes of these operators, along their first input that depends on the picture. */
function goBack(graph: GraphView, value: string, through: readonly string[]): OnnxNode | undefined {
  const maker = graph.maker(value)
  if (maker === undefined || !through.includes(maker.operator)) return maker
  const input = maker.inputs.find((name) => !graph.isWeight(name))
  return input === undefined ? undefined : goBack(graph, input, through)
}

function findHead(graph: GraphView, output: string): Head | undefined {
  const dense = goBack(graph, output, scoring)
  if (dense === undefined || !['Gemm', 'MatMul'].includes(dense.operator)) return undefined
  const [features, weight] = dense.inputs
  if (!graph.isWeight(weight) || dense.integers['transA'] === 1) return undefined
  const found = findPoolings(graph, goBack(graph, features, reshaping))
  return found && { poolings: found, weight, transposed: dense.integers['transB'] === 1 }
}

/** One, or several side by side. */
function findPoolings(graph: GraphView, node: OnnxNode | undefined): Pooling[] | undefined {
  if (node === undefined) return undefined
  const parts = node.operator === 'Concat' ? node.inputs.map((input) => goBack(graph, input, reshaping)) : [node]
  const found = parts.map((part) => {
    const kind = part && poolings[part.operator]
    return part && kind && { maps: part.inputs[0], kind }
  })
  return found.every((pooling) => pooling !== undefined) ? found : undefined
}
