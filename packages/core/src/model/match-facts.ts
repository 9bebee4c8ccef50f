// A manifest and what is known of its ONNX file in; the manifest completed by the file, or what does not fit, out.
import { ClassifierError } from '../classifier-error'
import type { ModelInput, ModelManifest } from '../manifest'
import { inputArrays } from '../tensor'
import type { InputType } from '../tensor'
import type { OnnxFacts, OnnxValue } from './onnx/onnx-facts'

type Shape = NonNullable<OnnxValue['shape']>

/**
 * What the manifest leaves out is taken from the file: opset, parameters, a fixed batch, the embedding's size, and
 * whether a picture of floats has 32 bits or 16.
 * Throws 'model-invalid' where the two contradict each other, 'model-unsupported' for an input that cannot be fed.
 */
export function matchFacts(manifest: ModelManifest, facts: OnnxFacts): ModelManifest {
  const input = matchInput(manifest, facts)
  const embeddingSize = matchOutputs(manifest, facts)
  return Object.freeze({
    ...manifest,
    input,
    opset: manifest.opset || facts.opset,
    parameters: manifest.parameters || facts.parameters,
    ...(embeddingSize !== undefined && { embeddingSize }),
  })
}

function matchInput({ input, file }: ModelManifest, { inputs }: OnnxFacts): ModelInput {
  const own = inputs.find(({ name }) => name === input.name)
  if (!own) throw contradiction(file, `has no input "${input.name}" (it has ${namesOf(inputs)})`)
  const others = inputs.filter((other) => other !== own)
  if (others.length > 0) throw unsupported(file, `needs more than a picture: ${namesOf(others)}`)
  const type = matchType(own, input, file)
  const { shape } = own
  if (shape === null) return withFacts(input, type, undefined)
  const wanted = shapeOf(input)
  if (shape.length !== wanted.length || !wanted.every((size, axis) => fits(shape[axis], size))) {
    throw contradiction(file, `takes "${own.name}" as ${write(shape)}, not as ${write(wanted)}`)
  }
  const [first] = shape
  return withFacts(input, type, typeof first === 'number' ? first : undefined)
}

/** The numbers of a float32 and a float16 input mean the same; levels of a picture are told by the manifest. */
function matchType({ name, type }: OnnxValue, input: ModelInput, file: string): InputType {
  if (type === input.type) return input.type
  const isFloat = (one: string): one is InputType => one === 'float32' || one === 'float16'
  if (isFloat(type) && isFloat(input.type)) return type
  if (type !== 'uint8' && !isFloat(type)) {
    throw unsupported(file, `takes "${name}" as ${type}; only ${Object.keys(inputArrays).join(', ')} can be fed`)
  }
  throw contradiction(file, `takes "${name}" as ${type}, not as ${input.type}`)
}

function withFacts(input: ModelInput, type: InputType, batch: number | undefined): ModelInput {
  if (type === input.type && batch === undefined) return input
  return Object.freeze({ ...input, type, ...(batch !== undefined && { batch }) })
}

function shapeOf({ layout, width, height, channels, batch }: ModelInput): Shape {
  const first = batch ?? null
  return layout === 'NHWC' ? [first, height, width, channels] : [first, channels, height, width]
}

const fits = (actual: Shape[number] | undefined, wanted: Shape[number]): boolean =>
  typeof actual !== 'number' || typeof wanted !== 'number' || actual === wanted

/** The size of the embedding where the manifest does not say it and the file does. */
function matchOutputs({ outputs, labels, file, embeddingSize }: ModelManifest, facts: OnnxFacts): number | undefined {
  const scores = [
    ...(outputs.derived === 'log' ? [] : [outputs.logits]),
    ...(outputs.derived === undefined || outputs.derived === 'log' ? [outputs.probabilities] : []),
  ]
  for (const name of scores) {
    const length = lengthOf(findOutput(name, file, facts))
    if (length === undefined || length === labels.length) continue
    throw contradiction(
      file,
      `gives ${length} values as "${name}" for a picture, not one for each of ${labels.length} labels`,
    )
  }
  if (outputs.embedding === undefined) return undefined
  const length = lengthOf(findOutput(outputs.embedding, file, facts))
  if (length === undefined || embeddingSize === undefined || length === embeddingSize) return embeddingSize ?? length
  throw contradiction(file, `gives ${length} values as "${outputs.embedding}", not ${embeddingSize}`)
}

function findOutput(name: string, file: string, { outputs }: OnnxFacts): OnnxValue {
  const output = outputs.find((one) => one.name === name)
  if (!output) throw contradiction(file, `has no output "${name}" (it has ${namesOf(outputs)})`)
  if (['float32', 'float16', 'unknown'].includes(output.type)) return output
  throw unsupported(file, `gives "${name}" as ${output.type}; only float32 and float16 can be read`)
}

/** Values for one picture; undefined where a size is open. */
function lengthOf({ shape }: OnnxValue): number | undefined {
  if (shape === null || shape.length < 2) return undefined
  const sizes = shape.slice(1)
  return sizes.every((size) => typeof size === 'number')
    ? sizes.reduce((product, size) => product * size, 1)
    : undefined
}

const namesOf = (values: readonly OnnxValue[]): string => values.map(({ name }) => `"${name}"`).join(', ') || 'none'

const write = (shape: Shape): string => `[${shape.map((size) => size ?? 'N').join(', ')}]`

function contradiction(file: string, difference: string): ClassifierError {
  const sentence = `${file} is not as its manifest describes it: it ${difference}.`
  return new ClassifierError('model-invalid', `${sentence} Export the model again, or correct the manifest.`)
}

function unsupported(file: string, reason: string): ClassifierError {
  const sentence = `${file} cannot be used: it ${reason}.`
  const mend = 'Export the model with one picture as its input, of float32.'
  return new ClassifierError('model-unsupported', `${sentence} ${mend}`)
}
