// A node comes in; the shapes its operator gives by the ONNX specification go out, found without asking tfjs.
import { physicalShape } from './channel-order'
import { ConversionError } from './conversion-error'
import { shapeRules } from './shape-rules'
import { unknownSize } from './value'
import type { GraphNode, Operand, Shape } from './value'

/** @returns the shape in memory of each of the node's outputs. */
export function inferShapes(node: GraphNode): readonly Shape[] {
  if (!Object.hasOwn(shapeRules, node.operator)) {
    throw new ConversionError('graph-invalid', `Node "${node.name}": no shape rule for ${node.operator}.`)
  }
  const shape = shapeRules[node.operator](node.inputs.map(shapeOf), node)
  // Recurrent nodes: all steps [T, directions, N, units], then the last states [directions, N, units].
  return [shape, ...(node.furtherOutputs ?? []).map(() => shape.slice(1))]
}

/** True where a declared shape can be the inferred one: sizes are equal, or not known on one side. */
export function sameShape(declared: Shape, inferred: Shape): boolean {
  return declared.length === inferred.length && declared.every((size, axis) =>
    size === inferred[axis] || size === unknownSize || inferred[axis] === unknownSize)
}

function shapeOf(operand: Operand): Shape {
  if (operand.kind === 'absent') return []
  return operand.kind === 'value' ? physicalShape(operand) : operand.shape
}
