// A finished graph comes in; nothing goes out, or one error with every rule of ONNX that the graph breaks.
import { physicalShape } from './channel-order'
import { ConversionError } from './conversion-error'
import { inferShape } from './infer-shape'
import type { GraphNode, Initializer, Operand, Shape, Value } from './value'

export interface ValidatableGraph {
  readonly inputs: readonly Value[]
  readonly outputs: readonly Value[]
  readonly nodes: readonly GraphNode[]
  readonly initializers: readonly Initializer[]
}

/**
 * Runtimes and checkers each overlook some of these: unsorted nodes, duplicate names, unused or truncated constants,
 * and declared shapes that differ from what the operators give.
 */
export function validateGraph(graph: ValidatableGraph): void {
  const faults = [
    ...orderFaults(graph),
    ...nameFaults(graph),
    ...initializerFaults(graph),
    ...outputFaults(graph),
    ...graph.nodes.flatMap(shapeFaults),
  ]
  if (faults.length === 0) return
  throw new ConversionError('graph-invalid', `The converted graph is invalid: ${faults.join('; ')}. `
    + 'This is a fault of the converter; please report it with the model\'s configuration.')
}

function orderFaults({ inputs, nodes, initializers }: ValidatableGraph): string[] {
  const available = new Set<Operand>([...inputs, ...initializers])
  return nodes.flatMap((node) => {
    const missing = node.inputs.filter(input => !available.has(input))
    available.add(node.output)
    return missing.map(input => `node "${node.name}" reads "${input.name}" before it exists`)
  })
}

// Inputs, outputs of nodes and initializers share one name space in ONNX; nodes have their own.
function nameFaults({ inputs, nodes, initializers }: ValidatableGraph): string[] {
  const values = [...inputs, ...nodes.map(node => node.output), ...initializers].map(({ name }) => name)
  return [...repeated(values), ...repeated(nodes.map(({ name }) => name))].map(name => `name "${name}" is used twice`)
}

const repeated = (names: readonly string[]): string[] =>
  [...new Set(names.filter((name, i) => name === '' || names.indexOf(name) !== i))]

function initializerFaults({ nodes, initializers }: ValidatableGraph): string[] {
  const used = new Set(nodes.flatMap(node => node.inputs))
  return initializers.flatMap((initializer) => {
    const { name, shape, data } = initializer
    const size = shape.reduce((product, length) => product * length, 1)
    return [
      ...(used.has(initializer) ? [] : [`initializer "${name}" is unused`]),
      ...(data.length === size ? [] : [`initializer "${name}" holds ${data.length} numbers, not ${size}`]),
      ...(data.every(Number.isFinite) ? [] : [`initializer "${name}" holds a number that is not finite`]),
    ]
  })
}

function outputFaults({ outputs, nodes }: ValidatableGraph): string[] {
  const produced = new Set(nodes.map(node => node.output))
  return outputs.flatMap(output => [
    ...(produced.has(output) ? [] : [`output "${output.name}" is not produced by any node`]),
    ...(output.order === 'logical' ? [] : [`output "${output.name}" is not in tfjs's order`]),
  ])
}

function shapeFaults(node: GraphNode): string[] {
  const declared = physicalShape(node.output)
  const inferred = inferShape(node)
  return sameShape(declared, inferred)
    ? []
    : [`node "${node.name}" declares [${declared.join(', ')}] but gives [${inferred.join(', ')}]`]
}

const sameShape = (first: Shape, second: Shape): boolean =>
  first.length === second.length && first.every((size, axis) => size === second[axis])
