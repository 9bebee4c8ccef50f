// The bytes of an ONNX file in; its contract, operators, sizes, metadata and where its operators run out.
import type { GraphProto, ModelProto } from '../generated/onnx_pb'
import { countMultiplyAccumulates, isCounted } from '../multiply-accumulates'
import { decodeModel } from '../onnx-file/decode-model'
import { readValue } from '../onnx-file/read-value'
import { countParameters } from './count-parameters'
import type { Inspection } from './inspection'
import { knownNodes } from './known-nodes'
import type { KnownNode } from './known-nodes'
import { measuredWith, placeOperators } from './place-operators'

/** Operators of others that multiply by weights in ways that are not counted here. */
const unknownWork = /^(QLinear|ConvInteger|MatMulInteger|Einsum|Attention|Fused|DynamicQuantize|DeformConv|Loop|Scan|If)/

/**
 * Reads any ONNX file, made by this package or not.
 * @param name for the sentences of errors
 * @throws ConversionError 'file-invalid' for what is no ONNX file, 'file-damaged' where it is cut short.
 */
export function inspectModel(bytes: Uint8Array, name = 'the file'): Inspection {
  const { model, graph } = decodeModel(bytes, name)
  const nodes = knownNodes(graph)
  const opsets = Object.fromEntries(model.opsetImport.map(({ domain, version }) => [domain, Number(version)]))
  return {
    bytes: bytes.length,
    irVersion: Number(model.irVersion),
    opsets,
    producer: { name: model.producerName, version: model.producerVersion },
    inputs: inputsOf(graph).map(readValue),
    outputs: graph.output.map(readValue),
    operators: countOperators(graph),
    ...countParameters(graph),
    ...countWork(nodes),
    metadata: metadataOf(model),
    placement: placeOperators(nodes, opsets[''] ?? 0),
    measuredWith,
  }
}

/** Until IR version 3 the constants had to be among the inputs. */
function inputsOf({ input, initializer }: GraphProto): GraphProto['input'] {
  const constants = new Set(initializer.map(({ name }) => name))
  return input.filter(({ name }) => !constants.has(name))
}

function countOperators({ node }: GraphProto): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { opType } of [...node].sort((one, other) => one.opType < other.opType ? -1 : 1)) {
    counts[opType] = (counts[opType] ?? 0) + 1
  }
  return counts
}

function countWork(nodes: readonly KnownNode[]): { multiplyAccumulates: number, uncounted: string[] } {
  const working = nodes.filter(({ node }) => isCounted(node.operator))
  const counted = working.filter(({ hasShapes }) => hasShapes)
  const unknown = nodes.filter(({ node, hasShapes }) =>
    isCounted(node.operator) ? !hasShapes : unknownWork.test(node.operator))
  return {
    multiplyAccumulates: counted.reduce((sum, { node }) => sum + countMultiplyAccumulates(node), 0),
    uncounted: unknown.map(({ node }) => node.name),
  }
}

const metadataOf = ({ metadataProps }: ModelProto): Record<string, string> =>
  Object.fromEntries(metadataProps.map(({ key, value }) => [key, value]))
