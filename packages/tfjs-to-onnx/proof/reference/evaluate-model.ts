// A tfjs model's serialised topology and weights, and float64 inputs, come in; its outputs by definition go out.
import type { SerializedLayer } from './serialized-layer'
import { referenceTable } from './reference-table'
import { Settings } from './settings'
import type { Tensor } from './tensor'

export interface SourceTensor {
  readonly shape: readonly number[]
  dataSync(): ArrayLike<number>
}

/** What is read of a tfjs layer: its serialised form and its weights. Models have layers. */
export interface SourceLayer {
  readonly name: string
  getClassName(): string
  getConfig(): unknown
  getWeights(): readonly SourceTensor[]
  readonly layers?: readonly SourceLayer[]
  /** The layer inside a wrapper. */
  readonly layer?: SourceLayer
}

/** [layer, call, tensor] */
type Reference = readonly [string, number, number, ...unknown[]]

interface SerializedNode extends SerializedLayer {
  readonly name: string
  readonly inboundNodes: readonly (readonly Reference[])[]
}

interface SerializedGraph {
  readonly layers: readonly SerializedNode[]
  readonly inputLayers: readonly Reference[]
  readonly outputLayers: readonly Reference[]
}

export function evaluateModel(model: SourceLayer, inputs: readonly Tensor[]): Tensor[] {
  const layers = model.layers
  if (!layers) return evaluateLayer(model, inputs)
  if (model.getClassName() === 'Sequential') {
    return layers.reduce<Tensor[]>((values, layer) => evaluateModel(layer, values), [...inputs])
  }
  return new GraphEvaluation(model.getConfig() as SerializedGraph, layers).run(inputs)
}

function evaluateLayer(layer: SourceLayer, inputs: readonly Tensor[]): Tensor[] {
  const config = layer.getConfig() as Readonly<Record<string, unknown>>
  const inner = layer.layer
  // A model inside TimeDistributed keeps its own weights; a plain layer gets them by position.
  const evaluate = inner?.layers
    ? (_: SerializedLayer, __: readonly Tensor[], values: readonly Tensor[]) => evaluateModel(inner, values)
    : evaluateSerialized
  const weights = layer.getWeights().map(toTensor)
  return definitionOf(layer.getClassName())({ settings: new Settings(config), weights, inputs, evaluate })
}

function evaluateSerialized(
  { className, config }: SerializedLayer,
  weights: readonly Tensor[],
  inputs: readonly Tensor[],
): Tensor[] {
  return definitionOf(className)({ settings: new Settings(config), weights, inputs, evaluate: evaluateSerialized })
}

function definitionOf(className: string): (typeof referenceTable)[string] {
  if (Object.hasOwn(referenceTable, className)) return referenceTable[className]
  throw new Error(`The reference has no definition of ${className}.`)
}

const toTensor = (tensor: SourceTensor): Tensor =>
  ({ shape: tensor.shape, data: Float64Array.from(tensor.dataSync()) })

class GraphEvaluation {
  readonly #nodes: ReadonlyMap<string, SerializedNode>
  readonly #layers: ReadonlyMap<string, SourceLayer>
  readonly #calls = new Map<string, number[]>()
  readonly #values = new Map<string, Tensor[]>()

  constructor(readonly graph: SerializedGraph, layers: readonly SourceLayer[]) {
    this.#nodes = new Map(graph.layers.map(node => [node.name, node]))
    this.#layers = new Map(layers.map(layer => [layer.name, layer]))
    const references = [...graph.layers.flatMap(node => node.inboundNodes.flat()), ...graph.outputLayers]
    for (const [name, call] of references) {
      const known = this.#calls.get(name) ?? []
      if (!known.includes(call)) this.#calls.set(name, [...known, call].sort((a, b) => a - b))
    }
  }

  run(inputs: readonly Tensor[]): Tensor[] {
    this.graph.inputLayers.forEach(([name], i) => this.#values.set(`${name} 0`, [inputs[i]]))
    return this.graph.outputLayers.map(reference => this.#read(reference))
  }

  // Calls are numbered per layer, but a nested model's numbering starts at 1: only their order counts.
  #read([name, call, index]: Reference): Tensor {
    const position = this.#calls.get(name)?.indexOf(call) ?? 0
    const key = `${name} ${position}`
    const known = this.#values.get(key)
    if (known) return known[index]
    const inputs = (this.#nodes.get(name)?.inboundNodes[position] ?? []).map(reference => this.#read(reference))
    const outputs = evaluateModel(this.#layers.get(name) as SourceLayer, inputs)
    this.#values.set(key, outputs)
    return outputs[index]
  }
}
