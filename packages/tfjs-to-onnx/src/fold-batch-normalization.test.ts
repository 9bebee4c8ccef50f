// A convolution with statistics that round badly comes in; the folded weights must be the float64 result.
import { expect, it } from 'vitest'
import { float } from './attribute'
import { foldBatchNormalization } from './fold-batch-normalization'
import { Graph } from './graph'

it('multiplies and shifts in float64', () => {
  const graph = new Graph('test', 17)
  const weight = (name: string, numbers: number[], shape = [numbers.length]) =>
    graph.addWeight(name, shape, Float64Array.from(numbers))
  const x = graph.addInput('x', 'float32', ['N', 2])
  const dense = graph.addNode({
    operator: 'Gemm', layer: 'dense', inputs: [x, weight('k', [1, 2, 3, 4], [2, 2]), weight('b', [5, 6])],
    shape: ['N', 2],
  })
  const numbers = { gamma: [0.1, -3], beta: [7, 8], mean: [9, 10], variance: [0.7, 2] }
  const statistics = Object.entries(numbers).map(([name, list]) => weight(name, list))
  const normalized = graph.addNode({
    operator: 'BatchNormalization', layer: 'norm', inputs: [dense, ...statistics], shape: ['N', 2],
    attributes: { epsilon: float(0.3) },
  })
  expect(foldBatchNormalization(graph, new Set([normalized]))).toEqual(['norm'])
  const factors = [0.1 / Math.sqrt(0.7 + 0.3), -3 / Math.sqrt(2 + 0.3)]
  const [node] = graph.nodes
  const [, kernel, bias] = node.inputs
  expect(kernel).toMatchObject({ data: Float64Array.from([1, 2, 3, 4], (w, i) => w * factors[i % 2]) })
  expect(bias.kind === 'initializer' && bias.data[0]).toBeCloseTo((5 - 9) * factors[0] + 7, 14)
  expect(bias.kind === 'initializer' && bias.data[1]).toBeCloseTo((6 - 10) * factors[1] + 8, 14)
  expect(node.output).toBe(normalized)
})
