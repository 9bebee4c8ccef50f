// Nodes and constants come in; names stay unique, equal constants become one, and dead nodes can be dropped.
import { describe, expect, it } from 'vitest'
import { Graph } from './graph'

const numbers = (...values: number[]): Float64Array => Float64Array.from(values)

describe('Graph', () => {
  it('gives every node its own name', () => {
    const graph = new Graph('test', 17)
    const x = graph.addInput('x', 'float32', ['N', 2])
    const node = { operator: 'Relu', layer: 'act', inputs: [x], shape: x.shape }
    expect([graph.addNode(node), graph.addNode(node)].map(value => value.name)).toEqual(['act/Relu', 'act/Relu_1'])
  })

  it('keeps equal weights once, and tells apart shape, type and the sign of zero', () => {
    const graph = new Graph('test', 17)
    const first = graph.addWeight('a', [2], numbers(1, 0))
    expect(graph.addWeight('b', [2], numbers(1, 0))).toBe(first)
    graph.addWeight('c', [1, 2], numbers(1, 0))
    graph.addWeight('d', [2], numbers(1, -0))
    graph.addConstant('e', 'int64', [1, 0], [2])
    graph.addConstant('f', 'float32', [1, 0], [2])
    expect(graph.initializers.map(({ name }) => name)).toEqual(['a', 'c', 'd', 'e', 'f'])
  })

  it('drops what no root needs', () => {
    const graph = new Graph('test', 17)
    const x = graph.addInput('x', 'float32', ['N', 2])
    const used = graph.addNode({ operator: 'Relu', layer: 'a', inputs: [x], shape: x.shape })
    const bias = graph.addWeight('bias', [2], numbers(1, 2))
    graph.addNode({ operator: 'Add', layer: 'b', inputs: [used, bias], shape: x.shape })
    graph.keepOnly([used])
    expect(graph.nodes.map(({ name }) => name)).toEqual(['a/Relu'])
    expect(graph.initializers).toEqual([])
  })

  it('renames a value and whoever held the name', () => {
    const graph = new Graph('test', 17)
    const x = graph.addInput('x', 'float32', ['N', 2])
    const first = graph.addNode({ operator: 'Relu', layer: 'a', inputs: [x], shape: x.shape })
    const second = graph.addNode({ operator: 'Relu', layer: 'b', inputs: [x], shape: x.shape })
    graph.rename(second, 'a/Relu')
    expect([first.name, second.name]).toEqual(['a/Relu_1', 'a/Relu'])
  })
})
