// A Dense layer comes in; a Gemm for [N, features], else MatMul and Add, and the fused activation, go out.
import { toFloat } from '../cast-node'
import type { LayerContext } from '../layer-context'
import type { Initializer, Value } from '../value'
import { emitActivation } from './activation-table'

export function emitDense(context: LayerContext): Value[] {
  const { layer, graph, orders, config, weights, inputs } = context
  const { data, shape } = weights.get('kernel')
  config.expect('units', shape[1], `the kernel has ${shape[1]} units`)
  const kernel = graph.addWeight(`${layer}/kernel`, shape, data)
  const bias = config.boolean('useBias') ? weights.get('bias') : undefined
  const biasWeight = bias && graph.addWeight(`${layer}/bias`, bias.shape, bias.data)
  const input = toFloat(context, orders.toLogical(inputs[0]))
  const linear = input.shape.length === 2
    ? emitGemm(context, input, kernel, biasWeight)
    : emitMatMul(context, input, kernel, biasWeight)
  return [emitActivation(context, linear)]
}

function emitGemm(
  { graph, layer, outputShapes }: LayerContext,
  input: Value,
  kernel: Initializer,
  bias: Initializer | undefined,
): Value {
  const inputs = bias ? [input, kernel, bias] : [input, kernel]
  return graph.addNode({ operator: 'Gemm', layer, inputs, shape: outputShapes[0] })
}

function emitMatMul(
  { graph, layer, outputShapes: [shape] }: LayerContext,
  input: Value,
  kernel: Initializer,
  bias: Initializer | undefined,
): Value {
  const product = graph.addNode({ operator: 'MatMul', layer, inputs: [input, kernel], shape })
  return bias ? graph.addNode({ operator: 'Add', layer, inputs: [product, bias], shape }) : product
}
