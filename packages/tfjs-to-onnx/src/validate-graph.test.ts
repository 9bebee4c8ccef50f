// A good graph and one broken copy per rule come in; the good one passes, and each fault is found by its own check.
import { describe, expect, it } from 'vitest'
import { ints } from './attribute'
import { validateGraph } from './validate-graph'
import type { ValidatableGraph } from './validate-graph'
import type { GraphNode, Initializer, Value } from './value'

const value = (name: string, shape: Value['shape'], order: Value['order'] = 'logical'): Value =>
  ({ kind: 'value', name, dataType: 'float32', shape, order })
const initializer = (name: string, shape: number[], numbers: number[]): Initializer =>
  ({ kind: 'initializer', name, dataType: 'float32', shape, data: Float64Array.from(numbers), role: 'weight' })
const node = (name: string, operator: string, inputs: GraphNode['inputs'], output: Value,
  attributes: GraphNode['attributes'] = {}): GraphNode => ({ name, operator, inputs, output, attributes, layer: 'l' })

const x = value('x', ['N', 2])
const kernel = initializer('kernel', [2, 3], [1, 2, 3, 4, 5, 6])
const product = value('product', ['N', 3])
const y = value('y', ['N', 3])
const dense = node('dense', 'Gemm', [x, kernel], product)
const relu = node('relu', 'Relu', [product], y)
const good: ValidatableGraph = { inputs: [x], outputs: [y], nodes: [dense, relu], initializers: [kernel] }

const twin = { ...y, name: 'product' }
const short = { ...kernel, data: kernel.data.slice(1) }
const broken: readonly [string, Partial<ValidatableGraph>, RegExp][] = [
  ['unsorted nodes', { nodes: [relu, dense] }, /"relu" reads "product" before it exists/],
  ['an unknown operand', { initializers: [] }, /"dense" reads "kernel" before it exists/],
  ['two values of one name', { nodes: [dense, { ...relu, output: twin }], outputs: [twin] }, /"product" is used twice/],
  ['two nodes of one name', { nodes: [dense, { ...relu, name: 'dense' }] }, /"dense" is used twice/],
  ['a value named like an initializer', { inputs: [{ ...x, name: 'kernel' }] }, /"kernel" is used twice/],
  ['an unused initializer', { initializers: [kernel, initializer('spare', [1], [1])] }, /"spare" is unused/],
  ['a truncated initializer', { initializers: [short], nodes: [{ ...dense, inputs: [x, short] }, relu] },
    /"kernel" holds 5 numbers, not 6/],
  ['a number that is not finite', { initializers: [{ ...kernel, data: kernel.data.map(() => Number.NaN) }] },
    /"kernel" holds a number that is not finite/],
  ['an output nobody computes', { outputs: [x] }, /"x" is not produced by any node/],
]

describe('validateGraph', () => {
  it('accepts a good graph', () => {
    expect(() => validateGraph(good)).not.toThrow()
  })

  it.each(broken)('refuses %s', (_, change, fault) => {
    expect(() => validateGraph({ ...good, ...change })).toThrow(expect.objectContaining({ code: 'graph-invalid' }))
    expect(() => validateGraph({ ...good, ...change })).toThrow(fault)
  })

  it('refuses an output in another order than tfjs\'s', () => {
    const picture = value('picture', ['N', 2, 2, 2])
    const moved = value('moved', ['N', 2, 2, 2], 'channels-first')
    const transpose = node('t', 'Transpose', [picture], moved, { perm: ints([0, 3, 1, 2]) })
    const graph = { inputs: [picture], outputs: [moved], nodes: [transpose], initializers: [] }
    expect(() => validateGraph(graph)).toThrow(/"moved" is not in tfjs's order/)
  })

  it.each([
    ['Gemm', [x, kernel], ['N', 2]],
    ['MatMul', [x, kernel], ['M', 3]],
    ['Relu', [x], ['N', 3]],
    ['Flatten', [value('i', ['N', 2, 2, 2])], ['N', 7]],
    ['GlobalAveragePool', [value('i', ['N', 2, 2, 3], 'channels-first')], ['N', 1, 2, 3]],
  ])('refuses a declared shape that %s does not give', (operator, inputs, shape) => {
    const wrong = value('wrong', shape)
    const nodes = [node('n', operator, inputs as GraphNode['inputs'], wrong)]
    const graph = { inputs: inputs.filter(input => input.kind === 'value'), outputs: [wrong], nodes,
      initializers: inputs.filter(input => input.kind === 'initializer') }
    expect(() => validateGraph(graph)).toThrow(/declares .* but gives/)
  })
})
