// The value that enters a pooling window comes in; zeros that were padded around it stay outside of the window's padding.
import type { Graph } from './graph'
import type { Operand } from './value'

/** Operators over which runtimes move a Pad. */
const movesOnly: ReadonlySet<string> = new Set(['Transpose', 'Reshape', 'Identity'])

/**
 * ONNX Runtime merges a Pad of zeros into the window behind it, although MaxPool pads with the lowest number, and then
 * refuses pads that are larger than the window. It compares bytes: a negative zero is the same number and is left alone.
 */
export function separatePadding(graph: Graph, value: Operand): void {
  const producer = value.kind === 'value' ? graph.producer(value) : undefined
  if (!producer) return
  const [data, pads] = producer.inputs
  if (movesOnly.has(producer.operator)) separatePadding(graph, data)
  if (producer.operator !== 'Pad') return
  producer.inputs = [data, pads, graph.addConstant(`${producer.layer}/negative_zero`, 'float32', [-0])]
}
