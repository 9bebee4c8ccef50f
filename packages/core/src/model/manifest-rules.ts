// Rules between fields of manifest.json, each of which is valid by itself; the key to blame and what it must be.
import { valueAt } from './value-at'

type Json = Readonly<Record<string, unknown>>

export interface ManifestRule {
  readonly key: string
  readonly words: string
  holds(json: Json): boolean
}

const isGrey = (json: Json): boolean => valueAt(json, 'input.channels') === 1

const isBytes = (json: Json): boolean => valueAt(json, 'input.type') === 'uint8'

const fitsChannels =
  (key: string) =>
  (json: Json): boolean => {
    const value = valueAt(json, key)
    return !Array.isArray(value) || value.length === valueAt(json, 'input.channels')
  }

const hasOutput = (json: Json, name: string): boolean => valueAt(json, `outputs.${name}`) !== undefined

const perChannel = (key: string): ManifestRule => ({
  key,
  words: 'one number, or as many as the input has channels',
  holds: fitsChannels(key),
})

const withTemperature = (key: string, words: string): ManifestRule => ({
  key,
  words,
  holds: (json) => json.temperature === undefined || valueAt(json, key) !== undefined,
})

export const manifestRules: readonly ManifestRule[] = [
  withTemperature('temperature.value', 'a finite number above 0'),
  withTemperature('temperature.applied', '"in-graph"'),
  perChannel('input.normalization.value.mean'),
  perChannel('input.normalization.value.std'),
  {
    key: 'input.polarity',
    words: 'left out for an input of three channels',
    holds: (json) => isGrey(json) || valueAt(json, 'input.polarity') === undefined,
  },
  {
    key: 'input.resize',
    words: 'another one for an input of three channels: "longest-side" is for grey pictures',
    holds: (json) => isGrey(json) || valueAt(json, 'input.resize.fit') !== 'longest-side',
  },
  {
    key: 'input.range',
    words: '[0, 255] for an input of uint8',
    holds: (json) => !isBytes(json) || String(valueAt(json, 'input.range')) === '0,255',
  },
  {
    key: 'input.normalization.applied',
    words: '"in-graph" for an input of uint8',
    holds: (json) => !isBytes(json) || valueAt(json, 'input.normalization.applied') === 'in-graph',
  },
  {
    key: 'outputs.logits',
    words: 'the name of an output, unless "outputs.probabilities" is given',
    holds: (json) => hasOutput(json, 'logits') || hasOutput(json, 'probabilities'),
  },
  {
    key: 'outputs.derived',
    words: '"log" where the graph gives probabilities alone, and never where it gives both outputs',
    holds: (json) => {
      const derived = valueAt(json, 'outputs.derived')
      if (derived === undefined) return true
      // A manifest that was completed before names both, the one by the other.
      const [logits, probabilities] = [valueAt(json, 'outputs.logits'), valueAt(json, 'outputs.probabilities')]
      if (derived === 'log') return logits === undefined || logits === `log(${String(probabilities)})`
      return probabilities === undefined || probabilities === `${String(derived)}(${String(logits)})`
    },
  },
]
