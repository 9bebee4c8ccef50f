// What is known of an ONNX file in; which of its inputs is the picture, and which output holds the scores, out.
import type { ModelInput } from '../../manifest'
import type { OnnxFacts, OnnxValue } from '../onnx/onnx-facts'
import { refuseModel } from './refuse'

export interface GraphInput extends Pick<ModelInput, 'name' | 'type' | 'layout' | 'channels'> {
  /** Where the file fixes them. */
  readonly width: number | null
  readonly height: number | null
}

const isChannels = (size: unknown): size is 1 | 3 => size === 1 || size === 3

/** @param channels where the file leaves them open. Throws 'model-unsupported'. */
export function readGraphInput({ inputs }: OnnxFacts, channels: 1 | 3): GraphInput {
  if (inputs.length !== 1) {
    throw refuseModel(`it has ${inputs.length} inputs (${namesOf(inputs)}), and an image classifier has one`)
  }
  const [{ name, type: given, shape }] = inputs
  // any other is refused by name when the file is compared with its manifest
  const type = given === 'uint8' || given === 'float16' ? given : 'float32'
  if (shape === null) return { name, type, layout: 'NCHW', channels, width: null, height: null }
  if (shape.length !== 4) throw refuseModel(`its input "${name}" has ${shape.length} dimensions, and pictures have 4`)
  const [, second, third, last] = shape
  const layout = isChannels(last) && !isChannels(second) ? 'NHWC' : 'NCHW'
  const [height, width, depth] = layout === 'NHWC' ? [second, third, last] : [third, last, second]
  if (typeof depth === 'number' && !isChannels(depth)) throw refuseModel(`its input "${name}" has ${depth} channels`)
  const ofPicture = { channels: isChannels(depth) ? depth : channels, width: fixed(width), height: fixed(height) }
  return { name, type, layout, ...ofPicture }
}

const fixed = (size: number | string | null): number | null => (typeof size === 'number' ? size : null)

/** The graph's only output, or the one called 'logits'; probabilities where its last operator says so. */
export function readGraphOutputs(
  { outputs }: OnnxFacts,
  activation: 'softmax' | 'sigmoid',
): { logits: string; derived: 'softmax' | 'sigmoid' } | { probabilities: string } {
  const scores = outputs.find(({ name }) => name === 'logits') ?? (outputs.length === 1 ? outputs[0] : undefined)
  if (!scores) throw refuseModel(`which of its outputs (${namesOf(outputs)}) holds the logits is not to be told`)
  const isDone = ['Softmax', 'Sigmoid'].includes(scores.operator ?? '')
  return isDone ? { probabilities: scores.name } : { logits: scores.name, derived: activation }
}

const namesOf = (values: readonly OnnxValue[]): string => values.map(({ name }) => `"${name}"`).join(', ') || 'none'
