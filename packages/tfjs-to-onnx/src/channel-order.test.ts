// Values in either order come in; shapes, axes and conversions must map exactly, each conversion written once.
import { describe, expect, it } from 'vitest'
import { ChannelOrders, depthwiseKernelToChannelsFirst, kernelToChannelsFirst, physicalAxis, physicalShape,
  toPhysicalAxes } from './channel-order'
import { Graph } from './graph'
import type { ChannelOrder, Shape } from './value'

const image = (order: ChannelOrder, shape: Shape = ['N', 5, 7, 3]): { shape: Shape, order: ChannelOrder } =>
  ({ shape, order })

describe('a channels-first value', () => {
  it('lies as [N, C, H, W] in memory', () => {
    expect(physicalShape(image('channels-first'))).toEqual(['N', 3, 5, 7])
    expect(physicalShape(image('logical'))).toEqual(['N', 5, 7, 3])
    expect(toPhysicalAxes(['n', 'h', 'w', 'c'], 'channels-first')).toEqual(['n', 'c', 'h', 'w'])
  })

  it.each([[0, 0], [1, 2], [2, 3], [3, 1], [-1, 1], [-2, 3]])('has logical axis %i at %i', (axis, expected) => {
    expect(physicalAxis(image('channels-first'), axis)).toBe(expected)
  })
})

describe('ChannelOrders', () => {
  it('converts once for many readers and cancels on the way back', () => {
    const graph = new Graph('test', 17)
    const orders = new ChannelOrders(graph)
    const x = graph.addInput('x', 'float32', ['N', 5, 7, 3])
    const first = orders.toChannelsFirst(x)
    expect(orders.toChannelsFirst(x)).toBe(first)
    expect(orders.toLogical(first)).toBe(x)
    expect(graph.nodes.map(({ operator, attributes }) => [operator, attributes.perm]))
      .toEqual([['Transpose', { type: 'ints', values: [0, 3, 1, 2] }]])
  })

  it.each([[['N', 5, 7, 1]], [['N', 1, 1, 3]]])('reshapes %j, whose bytes do not move', (shape) => {
    const graph = new Graph('test', 17)
    new ChannelOrders(graph).toChannelsFirst(graph.addInput('x', 'float32', shape))
    expect(graph.nodes.map(({ operator }) => operator)).toEqual(['Reshape'])
  })

  it('leaves vectors alone', () => {
    const graph = new Graph('test', 17)
    const x = graph.addInput('x', 'float32', ['N', 5])
    expect(new ChannelOrders(graph).toChannelsFirst(x)).toBe(x)
  })

  it('writes a conversion again after it was dropped', () => {
    const graph = new Graph('test', 17)
    const orders = new ChannelOrders(graph)
    const x = graph.addInput('x', 'float32', ['N', 5, 7, 3])
    const dropped = orders.toChannelsFirst(x)
    graph.keepOnly([])
    expect(orders.toChannelsFirst(x)).not.toBe(dropped)
    expect(graph.nodes).toHaveLength(1)
  })
})

describe('kernels', () => {
  it('move their channels to the front', () => {
    const data = Float64Array.from([0, 1, 2, 3, 4, 5]) // [1, 1, in 2, out 3]
    expect(kernelToChannelsFirst(data, [1, 1, 2, 3])).toEqual({
      data: Float64Array.from([0, 3, 1, 4, 2, 5]), shape: [3, 2, 1, 1],
    })
  })

  it('of depthwise layers list channel by channel, copy by copy', () => {
    const data = Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7]) // [1, w 2, in 2, multiplier 2]
    expect(depthwiseKernelToChannelsFirst(data, [1, 2, 2, 2])).toEqual({
      data: Float64Array.from([0, 4, 1, 5, 2, 6, 3, 7]), shape: [4, 1, 1, 2],
    })
  })
})
