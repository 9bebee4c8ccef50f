// A float graph, a plan and the ranges of its tensors in; the graph with bytes in place of floats as planned out.
import { int } from '../attribute'
import type { Graph } from '../graph'
import { outputsOf } from '../value'
import type { GraphNode, Initializer, Operand, Value } from '../value'
import { quantizeChannels } from '../weights/quantize-channels'
import { roundHalfToEven } from '../weights/round-half-to-even'
import type { ByteScale } from './byte-scale'
import { channelAxes } from './quantization-plan'
import type { QuantizationPlan } from './quantization-plan'

export interface WeightForm {
  readonly perChannel: boolean
  readonly reduceRange: boolean
}

/** The graph says in float32 what shall be done in bytes (QDQ); runtimes put their kernels for bytes in its place. */
export function insertQuantization(
  graph: Graph,
  plan: QuantizationPlan,
  scales: ReadonlyMap<Value, ByteScale>,
  form: WeightForm,
): void {
  for (const node of plan.nodes) quantizeWeights(graph, node, scaleOf(scales, node.inputs[0] as Value), form)
  for (const value of plan.tensors.keys()) insertPair(graph, value, scaleOf(scales, value))
  sortNodes(graph)
  graph.keepOnly(graph.outputs)
}

function scaleOf(scales: ReadonlyMap<Value, ByteScale>, value: Value): ByteScale {
  const scale = scales.get(value)
  if (scale === undefined) throw new Error(`"${value.name}" was planned but has no scale.`)
  return scale
}

/** A graph output stays what the float32 node gives; everybody else reads what the bytes tell. */
function insertPair(graph: Graph, value: Value, { scale, zeroPoint }: ByteScale): void {
  const { name, shape, order } = value
  const consumers = graph.consumers(value)
  const constants = [
    graph.addConstant(`${name}/scale`, 'float32', [scale]),
    graph.addConstant(`${name}/zero_point`, 'uint8', [zeroPoint]),
  ]
  const node = { layer: name, shape, order }
  const inputs = [value, ...constants]
  const bytes = graph.addNode({ ...node, operator: 'QuantizeLinear', inputs, dataType: 'uint8' })
  const told = graph.addNode({
    ...node, operator: 'DequantizeLinear', inputs: [bytes, ...constants], dataType: 'float32',
  })
  for (const consumer of consumers) {
    consumer.inputs = consumer.inputs.map(input => input === value ? told : input)
  }
}

const largestBias = 2 ** 31 - 1

function quantizeWeights(graph: Graph, node: GraphNode, input: ByteScale, form: WeightForm): void {
  const [data, kernel, bias] = node.inputs as [Value, Initializer, Initializer | undefined]
  const axis = channelAxes[node.operator]
  // One scale for the whole kernel is that of a single channel.
  const [shape, channelAxis] = form.perChannel ? [kernel.shape, axis] : [[1, kernel.data.length], 0]
  const biasOf = (channel: number): number => {
    if (bias === undefined) return 0
    return form.perChannel ? bias.data[channel] : bias.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  }
  const { values, scales } = quantizeChannels(kernel.data, shape, channelAxis, {
    largest: form.reduceRange ? 63 : 127,
    // a bias must fit into int32 in steps of the product of both scales
    smallestScale: channel => Math.abs(biasOf(channel)) / (input.scale * largestBias) * 1.001,
  })
  const widened = addDequantized(graph, kernel, { values, scales, axis, dataType: 'int8' })
  node.inputs = [data, widened, ...(bias ? [quantizeBias(graph, bias, input, scales)] : [])]
}

function quantizeBias(graph: Graph, bias: Initializer, input: ByteScale, scales: Float64Array): Operand {
  const products = scales.map(scale => Math.fround(scale * input.scale))
  const values = bias.data.map((value, channel) => roundHalfToEven(value / products[channel % products.length]))
  return addDequantized(graph, bias, { values, scales: products, axis: 0, dataType: 'int32' })
}

interface Whole {
  readonly values: Float64Array
  /** One, or one per channel. */
  readonly scales: Float64Array
  readonly axis: number
  readonly dataType: 'int8' | 'int32'
}

function addDequantized(graph: Graph, weight: Initializer, { values, scales, axis, dataType }: Whole): Value {
  const { name, shape } = weight
  const isOne = scales.length === 1
  const sizes = isOne ? [] : [scales.length]
  return graph.addNode({
    operator: 'DequantizeLinear',
    layer: name,
    inputs: [
      graph.addWeight(`${name}_${dataType}`, shape, values, dataType),
      graph.addConstant(`${name}/scale`, 'float32', [...scales], sizes),
      graph.addConstant(`${name}/zero_point`, dataType, Array.from(scales, () => 0), sizes),
    ],
    shape,
    dataType: 'float32',
    attributes: isOne ? {} : { axis: int(axis) },
  })
}

/** The new nodes lie at the end: each moves in front of the first one that reads it. */
function sortNodes(graph: Graph): void {
  const producers = new Map<Operand, GraphNode>(graph.nodes.flatMap(node =>
    outputsOf(node).map((output): [Operand, GraphNode] => [output, node])))
  const sorted = new Set<GraphNode>()
  const place = (node: GraphNode): void => {
    if (sorted.has(node)) return
    for (const input of node.inputs) {
      const producer = producers.get(input)
      if (producer !== undefined) place(producer)
    }
    sorted.add(node)
  }
  graph.nodes.forEach(place)
  graph.nodes = [...sorted]
}
