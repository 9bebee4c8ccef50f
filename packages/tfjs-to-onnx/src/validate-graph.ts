// A finished graph comes in; nothing goes out, or one error with every rule of ONNX that the graph breaks.
import { physicalShape } from './channel-order'
import { ConversionError } from './conversion-error'
import { inferShapes, sameShape } from './infer-shape'
import { absent, outputsOf } from './value'
import type { GraphNode, Initializer, Operand, Value } from './value'

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
    ...shapeFaults(graph),
  ]
  if (faults.length === 0) return
  throw new ConversionError('graph-invalid', `The converted graph is invalid: ${faults.join('; ')}. `
    + 'This is a fault of the converter; please report it with the model\'s configuration.')
}

function orderFaults({ inputs, nodes, initializers }: ValidatableGraph): string[] {
  const available = new Set<Operand>([...inputs, ...initializers, absent])
  return nodes.flatMap((node) => {
    const missing = node.inputs.filter(input => !available.has(input))
    outputsOf(node).forEach(output => available.add(output))
    return missing.map(input => `node "${node.name}" reads "${input.name}" before it exists`)
  })
}

// Inputs, outputs of nodes and initializers share one name space in ONNX; nodes have their own.
function nameFaults({ inputs, nodes, initializers }: ValidatableGraph): string[] {
  const values = [...inputs, ...nodes.flatMap(outputsOf), ...initializers].map(({ name }) => name)
  return [...repeated(values), ...repeated(nodes.map(({ name }) => name))].map(name => `name "${name}" is used twice`)
}

const repeated = (names: readonly string[]): string[] =>
  [...new Set(names.filter((name, i) => name === '' || names.indexOf(name) !== i))]

function initializerFaults({ nodes, initializers }: ValidatableGraph): string[] {
  const used = new Set<Operand>(nodes.flatMap(node => node.inputs))
  return initializers.flatMap((initializer) => {
    const { name, shape, data } = initializer
    const size = shape.reduce((product, length) => product * length, 1)
    return [
      ...(used.has(initializer) ? [] : [`initializer "${name}" is unused`]),
      ...(data.length === size ? [] : [`initializer "${name}" holds ${data.length} numbers, not ${size}`]),
      ...(isFinite(data) ? [] : [`initializer "${name}" holds a number that is not finite`]),
    ]
  })
}

// A plain loop: the files have millions of numbers.
function isFinite(data: Float64Array): boolean {
  for (let i = 0; i < data.length; i++) if (!Number.isFinite(data[i])) return false
  return true
}

function outputFaults({ outputs, nodes }: ValidatableGraph): string[] {
  const produced = new Set(nodes.flatMap(outputsOf))
  return outputs.flatMap(output => [
    ...(produced.has(output) ? [] : [`output "${output.name}" is not produced by any node`]),
    ...(output.order === 'logical' ? [] : [`output "${output.name}" is not in tfjs's order`]),
  ])
}

// An output that nobody reads is not written, so its shape says nothing.
function shapeFaults({ nodes, outputs }: ValidatableGraph): string[] {
  const read = new Set<Operand>([...outputs, ...nodes.flatMap(node => node.inputs)])
  return nodes.flatMap((node) => {
    const inferred = inferShapes(node)
    return outputsOf(node).flatMap((output, i) => {
      const declared = physicalShape(output)
      return !read.has(output) || sameShape(declared, inferred[i])
        ? []
        : [`node "${node.name}" declares [${declared.join(', ')}] but gives [${inferred[i].join(', ')}]`]
    })
  })
}
