// The outputs that a graph gives in; those that are made of them because the graph has them not, out.
import type { ModelOutputs } from '../manifest'
import { scoreLogits } from '../postprocess/score-logits'

type Row = Readonly<Record<string, Float32Array>>
type Lengths = Readonly<Record<string, number | null>>

/** The name of the output that the graph does not have, and of the one that it is made of; undefined: it has both. */
function derivation({ logits, probabilities, derived }: ModelOutputs): { missing: string; origin: string } | undefined {
  if (derived === undefined) return undefined
  return derived === 'log' ? { missing: logits, origin: probabilities } : { missing: probabilities, origin: logits }
}

/** What to ask of the graph in order to have the outputs of these names. Both are of one length. */
export function graphLengths(outputs: ModelOutputs, lengths: Lengths): Lengths {
  const step = derivation(outputs)
  if (step === undefined || !(step.missing in lengths)) return lengths
  const { [step.missing]: length, ...others } = lengths
  return { ...others, [step.origin]: length }
}

/** @returns the outputs of these names, the missing one made of its origin */
export function deriveOutputs(outputs: ModelOutputs, names: readonly string[], row: Row): Row {
  const step = derivation(outputs)
  if (step === undefined || !names.includes(step.missing)) return row
  const made = { ...row, [step.missing]: apply(outputs.derived, row[step.origin]) }
  return Object.fromEntries(names.map((name) => [name, made[name]]))
}

function apply(derived: ModelOutputs['derived'], values: Float32Array): Float32Array {
  return derived === 'log' ? values.map(logOf) : probabilitiesOf(values, derived)
}

export function probabilitiesOf(logits: Float32Array, derived: ModelOutputs['derived']): Float32Array {
  return derived === 'sigmoid' ? scoreLogits(logits, 'sigmoid') : softmax(logits)
}

/** In doubles, of the differences from the largest: no logit is too large for `exp`. */
function softmax(logits: Float32Array): Float32Array {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity)
  const powers = Array.from(logits, (logit) => Math.exp(logit - largest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return Float32Array.from(powers, (power) => power / sum)
}

/** The smallest normal float32: of 0 there is no logarithm, and logits are finite. */
const smallest = 2 ** -126

const logOf = (probability: number): number => Math.log(Math.max(probability, smallest))
