// Every field that manifest.json must or may have, with what its value must be.
import { integer, isFiniteNumber, oneOf, positiveNumber, text } from '../expectation'
import type { Expectation } from '../expectation'

export interface ManifestField {
  /** Keys from the outermost object inwards, joined by dots. */
  readonly key: string
  readonly expectation: Expectation
  readonly optional?: boolean
}

const anyText: Expectation = {
  words: 'a string',
  accepts: (value) => typeof value === 'string',
}

const labels: Expectation = {
  words: 'a list of different labels, each a string that is not empty',
  accepts: (value) => Array.isArray(value) && value.length > 0
    && value.every(text.accepts) && new Set(value).size === value.length,
}

const unitRange: Expectation = {
  words: '[0, 1]',
  accepts: (value) => Array.isArray(value) && value.length === 2 && value[0] === 0 && value[1] === 1,
}

const finiteNumber: Expectation = {
  words: 'a finite number',
  accepts: isFiniteNumber,
}

const sha256: Expectation = {
  words: '64 hexadecimal digits',
  accepts: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value),
}

// A name only: a manifest from elsewhere must not lead to other folders.
const fileName: Expectation = {
  words: 'the name of a file beside the manifest, without folders',
  accepts: (value) => typeof value === 'string' && /^(?!\.{1,2}$)[^/\\:?#%\0]+$/.test(value),
}

const inGraph = oneOf('in-graph')
const count = integer(1)

export const manifestFields: readonly ManifestField[] = [
  { key: 'name', expectation: text },
  { key: 'description', expectation: anyText },
  { key: 'labels', expectation: labels },
  { key: 'input.name', expectation: text },
  { key: 'input.type', expectation: oneOf('float32') },
  { key: 'input.layout', expectation: oneOf('NHWC') },
  { key: 'input.width', expectation: integer(1, 8192) },
  { key: 'input.height', expectation: integer(1, 8192) },
  { key: 'input.channels', expectation: oneOf(1) },
  { key: 'input.range', expectation: unitRange },
  { key: 'input.polarity', expectation: oneOf('bright-on-black') },
  { key: 'input.resize.method', expectation: oneOf('lanczos3') },
  { key: 'input.resize.fit', expectation: oneOf('longest-side') },
  { key: 'input.resize.odd', expectation: oneOf('top-left') },
  { key: 'input.normalization.value.mean', expectation: finiteNumber },
  { key: 'input.normalization.value.std', expectation: positiveNumber },
  { key: 'input.normalization.applied', expectation: inGraph },
  { key: 'preprocess', expectation: oneOf('auto', 'fashion-mnist', 'raw') },
  { key: 'outputs.logits', expectation: text },
  { key: 'outputs.probabilities', expectation: text },
  { key: 'outputs.embedding', expectation: text, optional: true },
  { key: 'temperature.value', expectation: positiveNumber },
  { key: 'temperature.applied', expectation: inGraph },
  { key: 'recipe', expectation: anyText },
  { key: 'file', expectation: fileName },
  { key: 'sha256', expectation: sha256 },
  { key: 'bytes', expectation: count },
  { key: 'opset', expectation: count },
  { key: 'parameters', expectation: integer(0) },
  { key: 'macs', expectation: integer(0) },
  { key: 'embeddingSize', expectation: count, optional: true },
  { key: 'license', expectation: anyText },
]
