// The bytes of an ONNX file as this package writes it in; the graph in memory, which can be changed and written again, out.
import { ConversionError } from '../conversion-error'
import type { NodeProto, ValueInfoProto } from '../generated/onnx_pb'
import { Graph } from '../graph'
import { inferShapes } from '../infer-shape'
import { shapeRules } from '../shape-rules'
import { absent, outputsOf } from '../value'
import type { DataType, GraphNode, Operand, Value } from '../value'
import { decodeModel } from './decode-model'
import type { DecodedModel } from './decode-model'
import { readAttributes } from './read-attributes'
import { readTensor } from './read-tensor'
import { readValue } from './read-value'

export interface DecodedGraph {
  readonly graph: Graph
  readonly metadata: Readonly<Record<string, string>>
}

/**
 * Shapes are those in memory; constants of one number are taken for constants, larger floats for learned weights.
 * @throws ConversionError 'file-invalid', 'file-damaged'; 'file-invalid' too for operators that this package never writes.
 */
export function decodeGraph(bytes: Uint8Array, file: string): DecodedGraph {
  const decoded = decodeModel(bytes, file)
  const { model, graph: source } = decoded
  const graph = new Graph(source.name, opsetOf(decoded, file))
  const operands = readOperands(decoded, graph, file)
  for (const node of source.node) graph.nodes.push(readNode(node, operands, graph, file))
  for (const { name } of source.output) graph.outputs.push(operands.find(name) as Value)
  const metadata = Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value]))
  return { graph, metadata }
}

function opsetOf({ model }: DecodedModel, file: string): number {
  const [first, ...more] = model.opsetImport
  if (more.length === 0 && first.domain === '') return Number(first.version)
  const message = `Cannot use "${file}": it needs operators outside of ONNX itself, which this package does not write.`
  throw new ConversionError('file-invalid', message, { key: file })
}

/** Everything a node can read, by name. */
class Operands {
  readonly #byName = new Map<string, Operand>()
  readonly #declared: ReadonlyMap<string, ValueInfoProto>

  constructor(declared: readonly ValueInfoProto[], readonly file: string) {
    this.#declared = new Map(declared.map(value => [value.name, value]))
  }

  add(name: string, operand: Operand): void {
    this.#byName.set(name, operand)
  }

  find(name: string): Operand {
    const operand = name === '' ? absent : this.#byName.get(name)
    if (operand !== undefined) return operand
    throw new ConversionError('file-invalid', `Cannot use "${this.file}": nothing gives "${name}" before it is read.`)
  }

  declared(name: string): Value | undefined {
    const value = this.#declared.get(name)
    if (value === undefined) return undefined
    const { dataType, shape } = readValue(value)
    return shape && { kind: 'value', name, dataType: dataType as DataType, shape, order: 'logical' }
  }
}

function readOperands({ graph: source }: DecodedModel, graph: Graph, file: string): Operands {
  const operands = new Operands([...source.input, ...source.valueInfo, ...source.output], file)
  for (const { name } of source.input) {
    const input = operands.declared(name)
    if (!input) throw new ConversionError('file-invalid', `Cannot use "${file}": its input "${name}" has no shape.`)
    operands.add(name, graph.addInput(name, input.dataType, input.shape))
  }
  for (const tensor of source.initializer) {
    const { dataType, shape, data } = readTensor(tensor, file)
    const isWeight = shape.length > 0 && dataType !== 'int64' && dataType !== 'bool'
    operands.add(tensor.name, isWeight
      ? graph.addWeight(tensor.name, shape, data, dataType)
      : graph.addConstant(tensor.name, dataType, [...data], shape))
  }
  return operands
}

function readNode(source: NodeProto, operands: Operands, graph: Graph, file: string): GraphNode {
  const { attributes, others } = readAttributes(source)
  if (!Object.hasOwn(shapeRules, source.opType) || others.length > 0) {
    const what = others.length > 0 ? `the attribute "${others[0]}" of "${source.name}"` : `the operator ${source.opType}`
    const message = `Cannot use "${file}": it holds ${what}, which this package does not write. `
      + 'Pass a file that convertLayersModel made.'
    throw new ConversionError('file-invalid', message, { layer: source.name, key: source.opType })
  }
  const inputs = source.input.map(name => operands.find(name))
  const name = graph.uniqueName(source.name)
  const outputs = source.output.map(output => readOutput(output, operands, graph, name))
  const node: GraphNode = {
    name,
    operator: source.opType,
    inputs,
    output: outputs[0],
    furtherOutputs: outputs.length > 1 ? outputs.slice(1) : undefined,
    attributes,
    layer: name,
  }
  outputs.forEach(output => operands.add(output.name, output))
  return withShapes(node)
}

/** A node and its output may bear the same name, so that the name is only reserved here. */
function readOutput(name: string, operands: Operands, graph: Graph, node: string): Value {
  const undeclared = { kind: 'value', dataType: 'float32', shape: [], order: 'logical' } as const
  if (name === '') return { ...undeclared, name: graph.uniqueName(`${node}_unread`) }
  graph.uniqueName(name)
  return operands.declared(name) ?? { ...undeclared, name }
}

/** Outputs that nobody reads are not declared in the file. */
function withShapes(node: GraphNode): GraphNode {
  const inferred = inferShapes(node)
  const complete = (value: Value, index: number): Value =>
    value.shape.length > 0 ? value : Object.assign(value, { shape: inferred[index] })
  outputsOf(node).forEach(complete)
  return node
}
