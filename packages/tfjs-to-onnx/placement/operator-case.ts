// One operator with a setting in; a model of that one node, in the opset asked for, out.
import type { Attributes } from '../src/attribute'
import { encodeModel } from '../src/encode-model'
import { Graph } from '../src/graph'
import type { DataType, Operand, Shape } from '../src/value'

export interface Constant {
  readonly shape: readonly number[]
  readonly dataType?: DataType
  /** Default: small numbers that are not all alike. */
  readonly values?: readonly number[]
}

export interface OperatorCase {
  readonly operator: string
  /** The row of the table: the operator, or the operator with the type of its input. */
  readonly row: string
  readonly input: Shape
  readonly inputType: DataType
  readonly output: Shape
  readonly outputType: DataType
  /** Its further inputs; undefined is one that is left out. */
  readonly constants: readonly (Constant | undefined)[]
  readonly attributes: Attributes
  /** Weights: the operator reads a constant instead, and its result is added to the input of the model. */
  readonly onConstant: boolean
  /** Opsets whose form of the operator is this one. */
  readonly opsets: (opset: number) => boolean
}

export function buildOneNodeModel(tested: OperatorCase, opset: number): Uint8Array {
  const { operator, input, inputType, output, outputType, attributes, onConstant } = tested
  const graph = new Graph('one-node', opset)
  const image = onConstant ? graph.addInput('x', 'float32', output) : graph.addInput('x', inputType, input)
  const constant = { shape: input.map(Number), dataType: inputType }
  const first = onConstant ? addConstant(graph, constant) : image
  const inputs = [first, ...tested.constants.map(one => addConstant(graph, one))]
  const result = graph.addNode({ operator, layer: 'node', inputs, shape: output, dataType: outputType, attributes })
  const sum = { operator: 'Add', layer: 'sum', inputs: [image, result], shape: output }
  graph.outputs.push(onConstant ? graph.addNode(sum) : result)
  return encodeModel(graph, {})
}

const leftOut: Operand = { kind: 'absent', name: '' }

function addConstant(graph: Graph, constant: Constant | undefined): Operand {
  if (constant === undefined) return leftOut
  const { shape, dataType = 'float32', values } = constant
  const size = shape.reduce((product, length) => product * length, 1)
  const isFloat = dataType === 'float32' || dataType === 'float16'
  const numbers = values ?? Array.from({ length: size }, (_, index) => isFloat ? 0.5 + index % 3 : index % 2)
  return graph.addConstant('constant', dataType, numbers, shape)
}
