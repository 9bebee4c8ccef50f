// A valid graph and a naming style in; the names under which its tensors and nodes are written, out.
import type { Graph } from './graph'
import { outputsOf } from './value'
import type { Operand } from './value'

export const namingStyles = ['layers', 'short'] as const

/**
 * 'layers': tensors and nodes are named after their layers. 'short': inner tensors are numbered and nodes have no name,
 * which ONNX allows; inputs and outputs keep theirs.
 */
export type NamingStyle = (typeof namingStyles)[number]

/** Base 36, so that a thousand tensors need two characters; a name that an input or output has is passed over. */
export function innerNames(graph: Graph, style: NamingStyle): (operand: Operand) => string {
  if (style === 'layers') return ({ name }) => name
  const ends = [...graph.inputs, ...graph.outputs]
  const taken = new Set(ends.map(({ name }) => name))
  const names = new Map<Operand, string>(ends.map((value) => [value, value.name]))
  let last = 0
  for (const operand of [...graph.initializers, ...graph.nodes.flatMap(outputsOf)]) {
    if (names.has(operand)) continue
    while (taken.has(last.toString(36))) last++
    names.set(operand, (last++).toString(36))
  }
  return (operand) => names.get(operand) ?? ''
}
