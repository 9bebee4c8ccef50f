// Graphs in; which nodes compute in int8, which tensors are bytes and which of them share a scale out.
import { describe, expect, it } from 'vitest'
import { int } from '../attribute'
import { Graph } from '../graph'
import type { Operand, Value } from '../value'
import { planQuantization } from './quantization-plan'

const shape = ['N', 3, 4, 4]

class Drawn {
  readonly graph = new Graph('drawn', 17)
  readonly input = this.graph.addInput('x', 'float32', shape)

  node(operator: string, name: string, ...inputs: Operand[]): Value {
    const attributes = { axis: int(1) }
    return this.graph.addNode({ operator, layer: name, inputs, shape, attributes: operator === 'Concat' ? attributes : {} })
  }

  conv(name: string, input: Value): Value {
    const size = this.graph.initializers.length + 1
    return this.node('Conv', name, input, this.graph.addWeight(`${name}/kernel`, [size], new Float64Array(size).fill(1)))
  }

  /** `tensor<group`, sorted. */
  plan(output: Value, skip: readonly string[] = []): string[] {
    this.graph.outputs.push(output)
    const { tensors, origins } = planQuantization(this.graph, skip)
    const groups = [...tensors].map(([{ name }, group]) => `${name}<${group.name}`).sort()
    expect(origins.map(({ name }) => name).every(name => groups.some(entry => entry.startsWith(`${name}<`)))).toBe(true)
    return groups
  }
}

describe('planQuantization', () => {
  it('puts bytes between two convolutions, and keeps the answer', () => {
    const drawn = new Drawn()
    const hidden = drawn.node('Relu', 'relu', drawn.conv('a', drawn.input))
    expect(drawn.plan(drawn.conv('b', hidden))).toEqual(['relu/Relu<relu/Relu', 'x<x'])
  })

  it('gives a pool and a reshape the scale of what they move', () => {
    const drawn = new Drawn()
    const pooled = drawn.node('Flatten', 'flat', drawn.node('MaxPool', 'pool', drawn.conv('a', drawn.input)))
    expect(drawn.plan(drawn.conv('b', pooled)))
      .toEqual(['a/Conv<a/Conv', 'flat/Flatten<a/Conv', 'pool/MaxPool<a/Conv', 'x<x'])
  })

  it('gives all parts of a Concat one scale', () => {
    const drawn = new Drawn()
    const parts = [drawn.conv('a', drawn.input), drawn.conv('b', drawn.input)]
    const groups = drawn.plan(drawn.conv('c', drawn.node('Concat', 'both', ...parts)))
    expect(new Set(groups.filter(entry => !entry.startsWith('x')).map(entry => entry.split('<')[1])).size).toBe(1)
    expect(groups).toHaveLength(4)
  })

  it('gives a sum and its parts bytes, each with a scale of its own, the Relu behind it included', () => {
    const drawn = new Drawn()
    const sum = drawn.node('Add', 'sum', drawn.conv('a', drawn.input), drawn.conv('b', drawn.input))
    expect(drawn.plan(drawn.conv('c', drawn.node('Relu', 'relu', sum))))
      .toEqual(['a/Conv<a/Conv', 'b/Conv<b/Conv', 'relu/Relu<relu/Relu', 'x<x'])
  })

  it('stores what an activation without a kernel for bytes reads and gives', () => {
    const drawn = new Drawn()
    const hidden = drawn.node('Tanh', 'tanh', drawn.conv('a', drawn.input))
    expect(drawn.plan(drawn.conv('b', hidden))).toEqual(['a/Conv<a/Conv', 'tanh/Tanh<tanh/Tanh', 'x<x'])
  })

  it('leaves what only float nodes read alone', () => {
    const drawn = new Drawn()
    const hidden = drawn.node('Relu', 'relu', drawn.conv('a', drawn.input))
    drawn.conv('b', hidden)
    expect(drawn.plan(hidden, ['b/Conv'])).toEqual(['x<x'])
  })

  it('does not take an activation for a part of its convolution where others read between', () => {
    const drawn = new Drawn()
    const between = drawn.conv('a', drawn.input)
    const sum = drawn.node('Add', 'sum', drawn.node('Relu', 'relu', between), between)
    expect(drawn.plan(drawn.conv('b', sum)))
      .toEqual(['a/Conv<a/Conv', 'relu/Relu<relu/Relu', 'sum/Add<sum/Add', 'x<x'])
  })

  it.each([
    ['weights that are computed', (drawn: Drawn) => drawn.node('Conv', 'a', drawn.input, drawn.input),
      'its weights are no float32 constants'],
    ['a kernel of three axes', (drawn: Drawn) =>
      drawn.node('MatMul', 'a', drawn.input, drawn.graph.addWeight('k', [1, 1, 1], new Float64Array(1))),
    'its kernel is no matrix'],
  ])('keeps %s', (_, build, reason) => {
    const drawn = new Drawn()
    const output = build(drawn)
    drawn.graph.outputs.push(output)
    expect(planQuantization(drawn.graph, []).kept).toEqual([{ name: expect.stringMatching(/^a\//) as string, reason }])
  })
})
