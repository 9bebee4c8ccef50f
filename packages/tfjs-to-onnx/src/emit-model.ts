// A live model, its weights and an empty graph come in; the nodes of every layer are written, its values go out.
import { computeShapes } from './call-shapes'
import { toFloat } from './cast-node'
import type { ChannelOrders } from './channel-order'
import { ConversionError } from './conversion-error'
import { invalid } from './conversion-options'
import type { InputLayout, InputOptions } from './conversion-options'
import type { Graph } from './graph'
import { LayerConfig } from './layer-config'
import { LayerWeights } from './layer-weights'
import { findEmitter } from './layers/find-emitter'
import { containerOf } from './live-model'
import type { LiveContainer, LiveLayer, LiveShape } from './live-model'
import { MaskLedger } from './mask-ledger'
import { normalizeInput } from './normalize-input'
import type { QuirkLog } from './quirks'
import { unknownSize } from './value'
import type { DataType, Dimension, Shape, Value } from './value'
import { walkModel } from './walk-model'
import type { LayerCall } from './walk-model'
import type { ModelValues } from './write-outputs'

export interface ModelParts {
  readonly container: LiveContainer
  readonly weights: ReadonlyMap<LiveLayer, LayerWeights>
  readonly graph: Graph
  readonly orders: ChannelOrders
  readonly quirks: QuirkLog
  readonly input: InputOptions
  readonly inputLayout: InputLayout
}

export function emitModel(parts: ModelParts): ModelValues {
  const { container } = parts
  const emission = new Emission(parts)
  const outputs = walkModel(container, addInputs(parts), '', call => emission.emit(call))
  const outputNames = uniqueNames(container.outputNames, parts.graph.inputs.map(({ name }) => name))
  return { outputs, outputNames, layers: emission.layers }
}

class Emission {
  /** Per layer path the outputs of each of its calls. */
  readonly layers = new Map<string, (readonly Value[])[]>()
  readonly #masks = new MaskLedger()

  constructor(readonly parts: ModelParts) {}

  emit({ layer, path, inputs, outputShapes }: LayerCall): readonly Value[] {
    const { graph, orders, quirks } = this.parts
    const emitter = findEmitter(layer.getClassName(), path, inputs)
    const config = LayerConfig.of(layer, path)
    const outputs = emitter({
      layer: path,
      live: layer,
      graph,
      orders,
      config,
      weights: this.#weightsOf(layer),
      masks: this.#masks,
      inputs,
      outputShapes: outputShapes.map(shape => readShape(shape, inputs[0]?.shape[0])),
      meet: quirk => quirks.meet(quirk, path),
      weightsOf: inner => this.#weightsOf(inner),
      emitInner: (inner, input) => this.#emitInner(inner, `${path}/${inner.name}`, input),
    })
    config.assertAllRead()
    this.layers.set(path, [...(this.layers.get(path) ?? []), outputs])
    return outputs
  }

  #weightsOf(layer: LiveLayer): LayerWeights {
    return this.parts.weights.get(layer) ?? new LayerWeights(layer.name, new Map())
  }

  #emitInner(layer: LiveLayer, path: string, input: Value): readonly Value[] {
    const container = containerOf(layer)
    if (container) return walkModel(container, [input], `${path}/`, call => this.emit(call))
    return this.emit({ layer, path, inputs: [input], outputShapes: computeShapes(layer, path, [input]) })
  }
}

function addInputs({ container, graph, input: options, inputLayout }: ModelParts): Value[] {
  const { inputLayers, inputLayersNodeIndices } = container
  if (inputLayers.length > 1 && Object.keys(options).length > 0) {
    throw invalid('input', options, `The model has ${inputLayers.length} inputs; the option describes only one`)
  }
  return inputLayers.map((layer, i) => {
    const [{ shape, dtype }] = layer.inboundNodes[inputLayersNodeIndices[i]].outputTensors
    const name = options.name ?? layer.name
    const sizes = shape.map((size, axis) => size ?? (axis === 0 ? 'N' : `${name}_axis_${axis}`))
    const input = addInput(graph, { name, dataType: readDataType(dtype, layer.name), shape: sizes }, inputLayout)
    if (input.dataType !== 'float32' && (options.subtract !== undefined || options.multiply !== undefined)) {
      throw invalid('input', options, `The input "${layer.name}" is ${dtype}; only float32 can be normalised`)
    }
    return normalizeInput(graph, input, options)
  })
}

/** The value that the first layer sees, float32 or int32. */
function addInput(
  graph: Graph,
  { name, dataType, shape }: { readonly name: string, readonly dataType: DataType, readonly shape: Shape },
  layout: InputLayout,
): Value {
  if (layout === 'nhwc-f32') return graph.addInput(name, dataType, shape)
  if (shape.length !== 4 || dataType !== 'float32') {
    throw invalid('inputLayout', layout, `The input "${name}" is ${dataType} [${shape.join(', ')}] and no image`)
  }
  if (layout === 'nchw-f32') return graph.addInput(name, dataType, shape, 'channels-first')
  return toFloat({ graph, layer: name }, graph.addInput(name, 'uint8', shape))
}

function readDataType(dtype: string, layer: string): DataType {
  if (dtype === 'float32' || dtype === 'int32') return dtype
  const message = `Input "${layer}" is ${dtype}. Only float32 and int32 inputs can be converted.`
  throw new ConversionError('data-type-unsupported', message, { layer, key: 'dtype' })
}

// [null, 28, 28, 1] -> ['N', 28, 28, 1]
const readShape = (shape: LiveShape, batch: Dimension | undefined): Shape =>
  shape.map((size, axis) => size ?? (axis === 0 ? batch ?? 'N' : unknownSize))

// tfjs names every output after its layer, so two outputs of one layer, or an input given back, have the same name.
function uniqueNames(names: readonly string[], inputNames: readonly string[]): string[] {
  const taken = new Set(inputNames)
  return names.map((wanted) => {
    const isFree = (name: string): boolean => !taken.has(name) && (name === wanted || !names.includes(name))
    let name = wanted
    for (let count = 1; !isFree(name); count++) name = `${wanted}_${count}`
    taken.add(name)
    return name
  })
}
