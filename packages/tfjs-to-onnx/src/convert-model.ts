// A live tfjs LayersModel comes in; the bytes of an ONNX file and a report about it go out.
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { ChannelOrders } from './channel-order'
import { checkOptions } from './conversion-options'
import type { ConversionOptions } from './conversion-options'
import { countParameters, describeConversion } from './conversion-report'
import type { ConversionReport } from './conversion-report'
import { emitModel } from './emit-model'
import { encodeModel } from './encode-model'
import { foldBatchNormalization } from './fold-batch-normalization'
import { Graph } from './graph'
import { readWeights } from './layer-weights'
import { asLiveModel } from './live-model'
import { mergeBranches } from './merge-branches'
import { QuirkLog } from './quirks'
import { validateGraph } from './validate-graph'
import { exporterName, exporterVersion } from './version'
import { storeWeights } from './weights/store-weights'
import { findOutputs, writeOutputs } from './write-outputs'

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
  const quirks = new QuirkLog()
  const values = emitModel({ container, weights, graph, orders, quirks, input: checked.input, inputLayout: checked.inputLayout })
  const requested = findOutputs(values, checked.outputs)
  const requestedValues = new Set(requested.map(({ value }) => value))
  graph.keepOnly(requestedValues)
  const layers = checked.foldBatchNorm ? foldBatchNormalization(graph, requestedValues) : []
  const merged = checked.mergeBranches ? mergeBranches(graph, requestedValues) : []
  const divisors = writeOutputs(graph, orders, requested)
  graph.keepOnly(graph.outputs)
  const parameters = countParameters(graph)
  const storedWeights = storeWeights(graph, checked.weights, checked.keepBelow)
  validateGraph(graph)
  const metadata = { ...checked.metadata, exporter: `${exporterName} ${exporterVersion}` }
  const bytes = encodeModel(graph, metadata, checked.names)
  const facts = { bytes: bytes.length, parameters, layers, merged, divisors, storedWeights, quirks: quirks.met }
  return { bytes, report: describeConversion(graph, facts) }
}
