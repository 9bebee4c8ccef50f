// The bytes of a float ONNX file and typical inputs in; an int8 file with calibrated ranges, and a report about it, out.
import { ConversionError } from '../conversion-error'
import { invalid } from '../conversion-options'
import type { Graph } from '../graph'
import type { Operand } from '../value'
import { FloatModel } from './float-model'
import type { QuantizationAccuracy } from './measure-accuracy'
import { RangeObserver } from './observe-ranges'
import { channelAxes, planQuantization } from './quantization-plan'
import type { QuantizationPlan } from './quantization-plan'
import { checkQuantization } from './quantization-options'
import type { CalibrationMethod, CheckedQuantization, QuantizationOptions } from './quantization-options'
import { quantizeOnce } from './quantize-once'
import type { QuantizedModel, QuantizedTensor } from './quantize-once'
import type { LayerSensitivity } from './rank-layers'
import { searchAccurate } from './search-accurate'
import type { AccurateModel, MakeWish, QuantizationAttempt } from './search-accurate'

export interface QuantizationReport {
  /** The one that was used, which is another than asked for where that one lost too much. */
  readonly method: CalibrationMethod
  readonly perChannel: boolean
  readonly reduceRange: boolean
  readonly bytes: number
  readonly bytesBefore: number
  /** Nodes that compute in int8. */
  readonly nodes: readonly string[]
  /** Nodes that could, and stay float32, each with its reason. */
  readonly kept: QuantizationPlan['kept']
  /** Tensors that are bytes, with range, scale and zero point. */
  readonly tensors: readonly QuantizedTensor[]
  /** Without `accuracy` in the options nothing is known. */
  readonly accuracy?: QuantizationAccuracy
  /** Everything that was measured, in order; the last one is the file. */
  readonly attempts: readonly QuantizationAttempt[]
  /** Nodes by what each alone costs, where that had to be measured. */
  readonly sensitivities: readonly LayerSensitivity[]
}

export interface Quantization {
  /** A complete .onnx file: QuantizeLinear and DequantizeLinear around every node that computes in int8. */
  readonly bytes: Uint8Array
  readonly report: QuantizationReport
}

/**
 * Static quantisation: activations uint8 with a zero point, kernels int8 and symmetric, biases int32.
 * @param bytes a float32 file that convertLayersModel made.
 * @throws ConversionError 'accuracy-lost' with both figures where the loss is above the budget, however it is tried;
 * 'quantization-impossible' where nothing can be quantised; 'calibration-failed' where the caller's runtime fails;
 * 'option-invalid', 'file-invalid', 'file-damaged'.
 */
export async function quantizeModel(bytes: Uint8Array, options: QuantizationOptions): Promise<Quantization> {
  const checked = checkQuantization(options)
  const model = new FloatModel(bytes)
  const plan = planQuantization(model.graph, checked.skip)
  assertPossible(model, plan, checked)
  const observer = new RangeObserver(model, plan.origins, checked)
  const makeWish: MakeWish = async (method, excluded) => ({
    ranges: await observer.ranges(method),
    skip: [...checked.skip, ...excluded],
    description: describe(method, checked),
    perChannel: checked.perChannel,
    reduceRange: checked.reduceRange,
  })
  const { accuracy, method } = checked
  const found: AccurateModel = accuracy
    ? await searchAccurate(checked, accuracy, model, makeWish)
    : { quantized: quantizeOnce(model, await makeWish(method, [])), attempts: [], sensitivities: [] }
  return { bytes: found.quantized.bytes, report: reportOf(bytes, checked, found) }
}

const describe = (method: CalibrationMethod, { perChannel, reduceRange }: CheckedQuantization): string =>
  `int8, static, ${method}, ${perChannel ? 'per channel' : 'per tensor'}${reduceRange ? ', 7-bit weights' : ''}`

function assertPossible({ graph }: FloatModel, { nodes, kept }: QuantizationPlan, { skip }: CheckedQuantization): void {
  const names = graph.nodes.filter(({ operator }) => Object.hasOwn(channelAxes, operator)).map(({ name }) => name)
  const unknown = skip.find(name => !names.includes(name))
  if (unknown !== undefined) {
    throw invalid('skip', unknown, `Pass names of nodes that can be quantised: ${names.join(', ')}`)
  }
  const small = graph.nodes.find(({ name, inputs: [, kernel] }) => names.includes(name) && isWidened(graph, kernel))
  if (small !== undefined) {
    const message = `"${small.name}" reads weights that are float16 or int8 already. `
      + "Convert the model with weights: 'fp32'."
    throw new ConversionError('quantization-impossible', message, { layer: small.name })
  }
  if (nodes.length > 0) return
  const reasons = kept.length === 0
    ? 'it has no convolution and no product'
    : kept.map(({ name, reason }) => `"${name}": ${reason}`).join('; ')
  throw new ConversionError('quantization-impossible', `The model has nothing to quantise: ${reasons}. Use it as it is.`)
}

const isWidened = (graph: Graph, kernel: Operand): boolean =>
  kernel.kind === 'value' && ['Cast', 'DequantizeLinear'].includes(graph.producer(kernel)?.operator ?? '')

function reportOf(before: Uint8Array, checked: CheckedQuantization, found: AccurateModel): QuantizationReport {
  const { quantized, attempts, sensitivities } = found
  const { nodes, kept, tensors, bytes }: QuantizedModel = quantized
  const last = attempts.at(-1)
  return {
    method: last?.method ?? checked.method,
    perChannel: checked.perChannel,
    reduceRange: checked.reduceRange,
    bytes: bytes.length,
    bytesBefore: before.length,
    nodes,
    kept,
    tensors,
    accuracy: last?.accuracy,
    attempts,
    sensitivities,
  }
}
