// The files of a Hugging Face style folder in; a manifest that says the same out.
import { ClassifierError } from '../../classifier-error'
import { describeValue } from '../../describe-value'
import { isRecord } from '../../is-record'
import type { ModelInput } from '../../manifest'
import type { InputType } from '../../tensor'
import type { ModelDtype } from '../load-model-options'
import type { OnnxFacts } from '../onnx/onnx-facts'
import { readGraphInput, readGraphOutputs } from './read-graph'
import { readLabels } from './read-labels'
import { readPreprocessor } from './read-preprocessor'
import type { PictureSteps } from './read-preprocessor'
import { refuseModel } from './refuse'

export interface HuggingFaceFile {
  /** Path of the ONNX file within the folder. */
  readonly file: string
  readonly dtype: ModelDtype
  /** What the model is called where config.json does not say it. */
  readonly name: string
}

type Config = Readonly<Record<string, unknown>>

/**
 * Pure: nothing is read but the arguments.
 * @param config config.json as parsed JSON; its `id2label` is needed
 * @param preprocessor preprocessor_config.json as parsed JSON
 * @returns manifest.json as parsed JSON, for `parseManifest`
 * Throws 'model-unsupported' for a field or a graph that cannot be honoured, 'model-manifest' for damaged files.
 */
export function manifestFromHuggingFace(
  config: unknown,
  preprocessor: unknown,
  facts: OnnxFacts,
  { file, dtype, name }: HuggingFaceFile,
): Record<string, unknown> {
  if (!isRecord(config)) {
    const sentence = `config.json must be a JSON object; received ${describeValue(config)}.`
    throw new ClassifierError('model-manifest', `${sentence} Download the model again.`)
  }
  const { input, preprocess } = describeInput(config, preprocessor, facts)
  const isMultiLabel = config.problem_type === 'multi_label_classification'
  return {
    manifestVersion: 1,
    name: nameOf(config) ?? name,
    description: typeof config.model_type === 'string' ? `Image classifier (${config.model_type})` : '',
    labels: readLabels(config),
    input,
    preprocess,
    outputs: readGraphOutputs(facts, isMultiLabel ? 'sigmoid' : 'softmax'),
    dtype,
    file,
    opset: facts.opset,
    parameters: facts.parameters,
  }
}

function describeInput(
  config: Config,
  preprocessor: unknown,
  facts: OnnxFacts,
): { readonly input: ModelInput; readonly preprocess: 'auto' | 'raw' } {
  const graph = readGraphInput(facts, config.num_channels === 1 ? 1 : 3)
  const { size, ...steps } = readPreprocessor(preprocessor, graph.channels)
  if (size === null && steps.resize.method !== 'none') {
    throw refuseModel('its preprocessor resizes by the shortest side without a crop, which leaves the other side open')
  }
  const { width, height } = size ?? graph
  if (width === null || height === null)
    throw refuseModel('neither its preprocessor nor its graph says the size of its input')
  const { name, layout, channels, type } = graph
  const input: ModelInput = { name, type, layout, width, height, channels, ...steps, ...asBytes(type, steps) }
  // Pictures that are neither resized nor cut must come in the size of the input.
  return { input, preprocess: size === null ? 'raw' : 'auto' }
}

type Scaling = Pick<PictureSteps, 'range' | 'normalization'>

/** A graph that takes bytes scales and normalises them itself. */
function asBytes(type: InputType, { range, normalization: { value } }: Scaling): Partial<ModelInput> {
  if (type !== 'uint8') return {}
  const isAsItComes = range[0] === 0 && range[1] === 255 && value.mean === 0 && value.std === 1
  if (isAsItComes) return { normalization: { value, applied: 'in-graph' } }
  throw refuseModel('its graph takes uint8, and its preprocessor rescales or normalises')
}

/** 'owner/name'; paths of the machine that trained it are nobody's business. */
function nameOf({ _name_or_path: name }: Config): string | undefined {
  return typeof name === 'string' && /^[\w.-]+\/[\w.-]+$/.test(name) && !name.startsWith('.') ? name : undefined
}
