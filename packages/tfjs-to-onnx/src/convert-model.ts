// A live tfjs LayersModel comes in; the bytes of an ONNX file and a report about it go out.
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { ChannelOrders } from './channel-order'
import { ConversionError } from './conversion-error'
import { checkOptions, invalid } from './conversion-options'
import type { CheckedOptions, ConversionOptions } from './conversion-options'
import { describeConversion } from './conversion-report'
import type { ConversionReport } from './conversion-report'
import { encodeModel } from './encode-model'
import { foldBatchNormalization } from './fold-batch-normalization'
import { Graph } from './graph'
import { LayerConfig } from './layer-config'
import { readWeights } from './layer-weights'
import type { LayerWeights } from './layer-weights'
import { emitterFor } from './layers/layer-table'
import { asLiveModel } from './live-model'
import type { LiveContainer, LiveLayer, LiveShape } from './live-model'
import { normalizeInput } from './normalize-input'
import { validateGraph } from './validate-graph'
import type { Dimension, Shape, Value } from './value'
import { exporterName, exporterVersion } from './version'
import { walkModel } from './walk-model'
import type { EmitCall } from './walk-model'
import { findOutputs, writeOutputs } from './write-outputs'
import type { ModelValues } from './write-outputs'

/** Any tf.LayersModel, from whichever copy of tfjs it comes. */
export type ConvertibleModel = Pick<LayersModel, 'name' | 'getClassName'>

export interface Conversion {
  /** A complete .onnx file. */
  readonly bytes: Uint8Array
  readonly report: ConversionReport
}

/**
 * Converts a trained model. The graph keeps tfjs's signature: channels last, the batch dynamic ('N').
 * @throws ConversionError where the model holds something the converter cannot reproduce exactly.
 */
export async function convertLayersModel(
  model: ConvertibleModel,
  options: ConversionOptions = {},
): Promise<Conversion> {
  const checked = checkOptions(options)
  const { layer, container } = asLiveModel(model)
  const weights = await readWeights(container)
  const graph = new Graph(layer.name, checked.opset)
  const orders = new ChannelOrders(graph)
  const values = emitModel(container, weights, graph, orders, checked)
  const requested = findOutputs(values, checked.outputs)
  const requestedValues = new Set(requested.map(({ value }) => value))
  graph.keepOnly(requestedValues)
  const layers = checked.foldBatchNorm ? foldBatchNormalization(graph, requestedValues) : []
  const divisors = writeOutputs(graph, orders, requested)
  graph.keepOnly(graph.outputs)
  validateGraph(graph)
  const bytes = encodeModel(graph, { ...checked.metadata, exporter: `${exporterName} ${exporterVersion}` })
  return { bytes, report: describeConversion(graph, bytes.length, { layers, divisors }) }
}

function emitModel(
  container: LiveContainer,
  weights: ReadonlyMap<LiveLayer, LayerWeights>,
  graph: Graph,
  orders: ChannelOrders,
  { input }: CheckedOptions,
): ModelValues {
  const layers = new Map<string, (readonly Value[])[]>()
  const emit: EmitCall = ({ layer, node, path, inputs }) => {
    const emitter = emitterFor(layer.getClassName(), path)
    const config = LayerConfig.of(layer, path)
    const outputShapes = node.outputTensors.map(({ shape }) => readShape(shape, path, inputs[0]?.shape[0]))
    const layerWeights = weights.get(layer) as LayerWeights
    const outputs = emitter({ layer: path, graph, orders, config, weights: layerWeights, inputs, outputShapes })
    config.assertAllRead()
    layers.set(path, [...(layers.get(path) ?? []), outputs])
    return outputs
  }
  const outputs = walkModel(container, addInputs(container, graph, input), '', emit)
  return { outputs, outputNames: container.outputNames, layers }
}

function addInputs(container: LiveContainer, graph: Graph, options: CheckedOptions['input']): Value[] {
  const { inputLayers, inputLayersNodeIndices } = container
  if (inputLayers.length > 1 && Object.keys(options).length > 0) {
    throw invalid('input', options, `The model has ${inputLayers.length} inputs; the option describes only one`)
  }
  return inputLayers.map((layer, i) => {
    const [{ shape, dtype }] = layer.inboundNodes[inputLayersNodeIndices[i]].outputTensors
    if (dtype !== 'float32') {
      const message = `Input "${layer.name}" is ${dtype}. Only float32 inputs can be converted.`
      throw new ConversionError('data-type-unsupported', message, { layer: layer.name, key: 'dtype' })
    }
    const input = graph.addInput(options.name ?? layer.name, 'float32', readShape(shape, layer.name, undefined))
    return normalizeInput(graph, input, options)
  })
}

// [null, 28, 28, 1] -> ['N', 28, 28, 1]; explicit pads need every size but the batch.
function readShape(shape: LiveShape, layer: string, batch: Dimension | undefined): Shape {
  return shape.map((size, axis) => {
    if (size !== null) return size
    if (axis === 0) return batch ?? 'N'
    const message = `Layer "${layer}" has the shape [${shape.join(', ')}]. Give the model an input shape `
      + 'whose sizes are all known but the batch.'
    throw new ConversionError('dimension-unknown', message, { layer })
  })
}
