// Every field that manifest.json must or may have, with what its value must be.
import { integer, oneOf, positiveNumber, text } from '../expectation'
import { isFiniteNumber, isRecord } from '../is-record'
import type { Expectation } from '../expectation'
import { pillowFilters } from '../manifest'
import { inputArrays } from '../tensor'
import { modelDtypes } from './load-model-options'

export interface ManifestField {
  /** Keys from the outermost object inwards, joined by dots. */
  readonly key: string
  readonly expectation: Expectation
  readonly optional?: boolean
}

const anyText: Expectation = { words: 'a string', accepts: (value) => typeof value === 'string' }

// Two classes may bear one name: "crane" stands in ImageNet's list for the bird and for the machine.
const labels: Expectation = {
  words: 'a list of labels, each a string that is not empty',
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(text.accepts),
}

const range: Expectation = {
  words: 'two different numbers: what black and white become',
  accepts: (value) =>
    Array.isArray(value) && value.length === 2 && value.every(isFiniteNumber) && value[0] !== value[1],
}

const side = integer(1, 8192)

const isPillowResize = (value: Record<string, unknown>): boolean =>
  (pillowFilters as readonly unknown[]).includes(value.method)
  && (value.fit === 'exact'
    ? side.accepts(value.width) && side.accepts(value.height)
    : value.fit === 'shortest-side' && side.accepts(value.length))

const isResize = (value: unknown): boolean =>
  isRecord(value)
  && (value.method === 'none'
    || isPillowResize(value)
    || (value.method === 'lanczos3' && value.fit === 'longest-side' && value.odd === 'top-left'))

const resize: Expectation = {
  words:
    '{ method: "lanczos3", fit: "longest-side", odd: "top-left" }, { method: "none" }, or a filter of Pillow '
    + `(${pillowFilters.join(', ')}) with fit "exact", width and height or with fit "shortest-side" and length`,
  accepts: isResize,
}

const forChannels = (accepts: Expectation['accepts'], words: string): Expectation => ({
  words: `${words}, or a list of one for each channel`,
  accepts: (value) => accepts(value) || (Array.isArray(value) && value.length > 0 && value.every(accepts)),
})

const sha256: Expectation = {
  words: '64 hexadecimal digits',
  accepts: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value),
}

// Inside the folder of the manifest: one from elsewhere must not lead to other folders.
export const filePath: Expectation = {
  words: 'the path of a file in the folder of the manifest, with "/" between folders',
  accepts: (value) => typeof value === 'string' && /^(?![^]*(^|\/)\.{0,2}(\/|$))[^\\:?#%\0-\x1f]+$/.test(value),
}

const selfTest: Expectation = {
  words: 'an object with a "file" beside the manifest, a "tolerance" above 0 and, where it is given, a "sha256"',
  accepts: (value) =>
    isRecord(value)
    && filePath.accepts(value.file)
    && positiveNumber.accepts(value.tolerance)
    && (value.sha256 === undefined || sha256.accepts(value.sha256)),
}

const count = integer(1)

const isInGraph = (value: unknown): boolean =>
  isRecord(value) && positiveNumber.accepts(value.value) && value.applied === 'in-graph'

const flipTemperature: Expectation = {
  words: '{ value, applied: "in-pipeline" } with a finite number above 0',
  accepts: (value) => isRecord(value) && positiveNumber.accepts(value.value) && value.applied === 'in-pipeline',
}

const isModelFile = (value: unknown): boolean =>
  isRecord(value)
  && filePath.accepts(value.file)
  && sha256.accepts(value.sha256)
  && count.accepts(value.bytes)
  && (value.temperature === undefined || isInGraph(value.temperature))
  && (value.flipTemperature === undefined || flipTemperature.accepts(value.flipTemperature))

const files: Expectation = {
  words: `an object with ${modelDtypes.join(', ')}, each { file, sha256, bytes, temperature, flipTemperature }`,
  accepts: (value) => isRecord(value) && Object.entries(value).every(([, file]) => isModelFile(file)),
}

export const manifestFields: readonly ManifestField[] = [
  { key: 'name', expectation: text },
  { key: 'description', expectation: anyText, optional: true },
  { key: 'labels', expectation: labels },
  { key: 'input.name', expectation: text },
  { key: 'input.type', expectation: oneOf(...Object.keys(inputArrays)) },
  { key: 'input.layout', expectation: oneOf('NHWC', 'NCHW') },
  { key: 'input.width', expectation: side },
  { key: 'input.height', expectation: side },
  { key: 'input.channels', expectation: oneOf(1, 3) },
  { key: 'input.range', expectation: range },
  { key: 'input.polarity', expectation: oneOf('bright-on-black'), optional: true },
  { key: 'input.resize', expectation: resize },
  { key: 'input.normalization.value.mean', expectation: forChannels(isFiniteNumber, 'a finite number') },
  { key: 'input.normalization.value.std', expectation: forChannels(positiveNumber.accepts, positiveNumber.words) },
  { key: 'input.normalization.applied', expectation: oneOf('in-graph', 'in-pipeline') },
  { key: 'input.batch', expectation: count, optional: true },
  { key: 'preprocess', expectation: oneOf('auto', 'fashion-mnist', 'raw'), optional: true },
  { key: 'outputs.logits', expectation: text, optional: true },
  { key: 'outputs.probabilities', expectation: text, optional: true },
  { key: 'outputs.embedding', expectation: text, optional: true },
  { key: 'outputs.derived', expectation: oneOf('softmax', 'sigmoid', 'log'), optional: true },
  { key: 'temperature.value', expectation: positiveNumber, optional: true },
  { key: 'temperature.applied', expectation: oneOf('in-graph'), optional: true },
  { key: 'flipTemperature', expectation: flipTemperature, optional: true },
  { key: 'recipe', expectation: anyText, optional: true },
  { key: 'dtype', expectation: oneOf(...modelDtypes), optional: true },
  { key: 'file', expectation: filePath, optional: true },
  { key: 'sha256', expectation: sha256, optional: true },
  { key: 'bytes', expectation: count, optional: true },
  { key: 'files', expectation: files, optional: true },
  { key: 'opset', expectation: count, optional: true },
  { key: 'parameters', expectation: integer(0), optional: true },
  { key: 'macs', expectation: integer(0), optional: true },
  { key: 'embeddingSize', expectation: count, optional: true },
  { key: 'selfTest', expectation: selfTest, optional: true },
  { key: 'license', expectation: anyText, optional: true },
]
