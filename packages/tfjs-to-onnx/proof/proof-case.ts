// What one proof compares: a model as data, under a name, in a family of operators that share a tolerance.
import type { ConversionOptions } from '../src/conversion-options'
import type { GraphSpec } from './graph-spec'

export const families = [
  'activation', 'convolution', 'dense', 'fuzz', 'lookup', 'merge', 'model', 'normalization', 'pooling',
  'rearrangement', 'recurrent', 'resampling', 'structure', 'wrapper',
] as const

export type Family = (typeof families)[number]

export interface ProofCase {
  readonly id: string
  readonly family: Family
  readonly graph: GraphSpec
  readonly options?: ConversionOptions
}
