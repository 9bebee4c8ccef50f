// Graphs as exporters write them in; checked is what is found of kernels, maps and the last layer.
import { describe, expect, it } from 'vitest'
import type { OnnxNode } from '../model/onnx/list-nodes'
import { findLandmarks } from './find-landmarks'
import { GraphView } from './graph-view'

const weights = new Set(['k1', 'k2', 'k3', 'w', 'b', 'shape', 'mean', 'scale', 't'])

/** 'Relu a -> b' */
function node(text: string, integers: OnnxNode['integers'] = {}): OnnxNode {
  const [left, right] = text.split(' -> ')
  const [operator, ...inputs] = left.split(' ')
  return { operator, inputs, outputs: right.split(' '), integers }
}

const look = (...nodes: OnnxNode[]) => findLandmarks(new GraphView({ nodes, weights }), 'logits')
const trunk = [
  node('Sub image mean -> s'),
  node('Conv s k1 -> c1'),
  node('Relu c1 -> r1'),
  node('Conv r1 k2 -> c2'),
  node('Add r1 c2 -> a'),
  node('Relu a -> r2'),
]

describe('findLandmarks', () => {
  it('takes maps behind their activation, of a sum behind the sum, and finds the head', () => {
    const nodes = [...trunk, node('GlobalAveragePool r2 -> p'), node('Flatten p -> f'), node('Gemm f w b -> logits')]
    expect(look(...nodes)).toEqual({
      kernels: 'k1',
      maps: ['r1', 'r2'],
      head: { poolings: [{ maps: 'r2', kind: 'average' }], weight: 'w', transposed: false },
    })
  })

  it('goes through a temperature, a bias, widened weights and a transposed layer', () => {
    const nodes = [
      ...trunk,
      node('ReduceMean r2 -> p'),
      node('DequantizeLinear w scale -> wide'),
      node('MatMul p wide -> m'),
      node('Add b m -> sum'),
      node('Div sum t -> logits'),
    ]
    expect(look(...nodes).head).toEqual({
      poolings: [{ maps: 'r2', kind: 'average' }],
      weight: 'wide',
      transposed: false,
    })
    const torch = [...trunk, node('GlobalAveragePool r2 -> p'), node('Gemm p w b -> logits', { transB: 1 })]
    expect(look(...torch).head?.transposed).toBe(true)
  })

  it('takes poolings side by side', () => {
    const nodes = [
      ...trunk,
      node('GlobalAveragePool r2 -> p1'),
      node('GlobalMaxPool r2 -> p2'),
      node('Flatten p1 -> f1'),
      node('Flatten p2 -> f2'),
      node('Concat f1 f2 -> f'),
      node('Gemm f w -> logits'),
    ]
    expect(look(...nodes).head?.poolings).toEqual([
      { maps: 'r2', kind: 'average' },
      { maps: 'r2', kind: 'maximum' },
    ])
  })

  it.each([
    ['a dense layer on every place', [...trunk, node('Flatten r2 -> f'), node('Gemm f w -> logits')]],
    ['a product of two things', [...trunk, node('GlobalAveragePool r2 -> p'), node('MatMul p r1 -> logits')]],
    ['a convolution', [...trunk, node('GlobalAveragePool r2 -> p'), node('Conv p k3 -> logits')]],
  ])('has no head where the network ends in %s', (_, nodes) => {
    expect(look(...nodes).head).toBeUndefined()
  })

  it('stays before an activation that takes the map twice', () => {
    const swish = [node('Conv image k1 -> c'), node('Sigmoid c -> gate'), node('Mul c gate -> m')]
    expect(look(...swish).maps).toEqual(['c'])
  })

  it('finds nothing in a network without convolutions', () => {
    const nodes = [node('ReduceMean image -> p'), node('MatMul p w -> logits')]
    expect(look(...nodes)).toEqual({ kernels: undefined, maps: [], head: undefined })
  })
})
