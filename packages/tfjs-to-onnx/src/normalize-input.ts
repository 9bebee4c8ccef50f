// A graph input and the caller's normalisation come in; the value of (input - subtract) * multiply goes out.
import { invalid } from './conversion-options'
import type { InputOptions } from './conversion-options'
import type { Graph } from './graph'
import type { Initializer, Value } from './value'

/**
 * Two nodes in channels-last order, so that numbers per channel broadcast. They stay nodes: an offset cannot be folded
 * into a convolution with 'same' padding, whose zeros are added after the normalisation.
 */
export function normalizeInput(graph: Graph, input: Value, { subtract, multiply }: InputOptions): Value {
  let value = input
  for (const [operator, numbers] of [['Sub', subtract], ['Mul', multiply]] as const) {
    if (numbers === undefined) continue
    const operand = constantFor(graph, input, operator, numbers)
    value = graph.addNode({ operator, layer: 'normalize', inputs: [value, operand], shape: input.shape, order: input.order })
  }
  return value
}

function constantFor(graph: Graph, input: Value, operator: string, numbers: number | readonly number[]): Initializer {
  const name = `normalize/${operator === 'Sub' ? 'subtract' : 'multiply'}`
  if (typeof numbers === 'number') return graph.addConstant(name, 'float32', [numbers])
  const channels = input.shape[input.shape.length - 1]
  if (numbers.length !== channels) throw invalid(name, numbers, `Pass one number, or ${channels}, one per channel`)
  // beside [N, C, H, W] the channels lie two axes before the end
  const shape = input.order === 'logical' ? [numbers.length] : [numbers.length, 1, 1]
  return graph.addConstant(name, 'float32', numbers, shape)
}
