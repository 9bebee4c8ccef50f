// The values of all layers and the caller's wishes come in; named graph outputs in tfjs's order go out.
import { int } from './attribute'
import type { ChannelOrders } from './channel-order'
import { ConversionError } from './conversion-error'
import { invalid } from './conversion-options'
import type { OutputRequest } from './conversion-options'
import type { Graph } from './graph'
import { isLinear, rescaleLinearNode } from './linear-node'
import type { Value } from './value'

/** One graph output: a value of the model and what is done to it. */
export interface RequestedOutput {
  readonly name: string
  readonly value: Value
  readonly divideBy?: number
  readonly softmax: boolean
}

export interface ModelValues {
  readonly outputs: readonly Value[]
  readonly outputNames: readonly string[]
  /** Per layer path the outputs of each of its calls. */
  readonly layers: ReadonlyMap<string, readonly (readonly Value[])[]>
}

/** Finds the value behind every request; nothing is written yet, so that foldings can still respect the requests. */
export function findOutputs(model: ModelValues, requests: readonly OutputRequest[] | undefined): RequestedOutput[] {
  if (!requests) {
    return model.outputs.map((value, i) => ({ name: model.outputNames[i], value, softmax: false }))
  }
  return requests.map((request) => {
    if (!('softmaxOf' in request)) return findLayerOutput(model, request)
    const source = requests.find(other => other.name === request.softmaxOf)
    if (source && !('softmaxOf' in source)) {
      return { ...findLayerOutput(model, source), name: request.name, softmax: true }
    }
    const message = `Output "${request.name}" asks for the softmax of "${request.softmaxOf}", which is no layer output `
      + `of the list. Add { name: '${request.softmaxOf}' } to outputs.`
    throw new ConversionError('output-unknown', message, { key: request.softmaxOf })
  })
}

type LayerRequest = Exclude<OutputRequest, { readonly softmaxOf: string }>

function findLayerOutput(model: ModelValues, { name, layer, divideBy }: LayerRequest): RequestedOutput {
  if (layer === undefined) {
    if (model.outputs.length === 1) return { name, value: model.outputs[0], divideBy, softmax: false }
    throw invalid('outputs', { name }, `Name a layer: the model has ${model.outputs.length} outputs`)
  }
  const calls = model.layers.get(layer) ?? []
  if (calls.length === 1 && calls[0].length === 1) return { name, value: calls[0][0], divideBy, softmax: false }
  const message = calls.length === 0
    ? `Output "${name}" asks for layer "${layer}", which the model does not have. `
      + `Layers: ${[...model.layers.keys()].join(', ')}.`
    : `Output "${name}" asks for layer "${layer}", which has several outputs. Ask for a layer that is used once.`
  throw new ConversionError('output-unknown', message, { layer })
}

/** @returns the names of the outputs whose divisor went into the weights of their Dense layer. */
export function writeOutputs(graph: Graph, orders: ChannelOrders, requested: readonly RequestedOutput[]): string[] {
  const folded: string[] = []
  const results = new Map<RequestedOutput, Value>()
  for (const output of requested) {
    // The same division for a second output (a softmax of the logits) must not be applied twice.
    const earlier = [...results.keys()].find(({ value, divideBy }) =>
      value === output.value && divideBy === output.divideBy)
    const result = (earlier && results.get(earlier)) ?? divide(graph, requested, output, folded)
    results.set(output, result)
    addOutput(graph, output, softmaxed(graph, output, orders.toLogical(result)))
  }
  return folded
}

function divide(graph: Graph, requested: readonly RequestedOutput[], output: RequestedOutput, folded: string[]): Value {
  const { name, value, divideBy } = output
  if (divideBy === undefined || divideBy === 1) return value
  const producer = graph.producer(value)
  if (producer?.operator === 'Softmax') {
    throw invalid('outputs', { name, divideBy }, 'The layer ends in softmax. Ask for the layer that gives the logits')
  }
  const isAlone = requested.every(other => other.value !== value || other.divideBy === divideBy)
  if (producer && isLinear(producer) && producer.operator === 'Gemm' && isAlone && !graph.consumers(value).length) {
    rescaleLinearNode(graph, producer, { suffix: 'divided', factor: () => 1 / divideBy })
    folded.push(name)
    return value
  }
  const { shape, order } = value
  const inputs = [value, graph.addConstant(`${name}/divisor`, 'float32', [divideBy])]
  return graph.addNode({ operator: 'Div', layer: name, inputs, shape, order })
}

function softmaxed(graph: Graph, { name, softmax }: RequestedOutput, value: Value): Value {
  if (!softmax) return value
  const { shape } = value
  const attributes = { axis: int(shape.length - 1) }
  return graph.addNode({ operator: 'Softmax', layer: name, inputs: [value], shape, attributes })
}

// A value can carry one name only; an input, or a value that is already an output, gets an Identity.
function addOutput(graph: Graph, { name }: RequestedOutput, value: Value): void {
  if (graph.inputs.some(input => input.name === name)) {
    throw invalid('outputs', { name }, 'The input has this name. Choose another, or set input.name')
  }
  const isTaken = graph.inputs.includes(value) || graph.outputs.includes(value)
  const output = isTaken
    ? graph.addNode({ operator: 'Identity', layer: name, inputs: [value], shape: value.shape })
    : value
  graph.rename(output, name)
  graph.outputs.push(output)
}
