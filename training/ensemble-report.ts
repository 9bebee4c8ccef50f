// The shape of models/ensemble.json: what several models know together.
import type { Evaluation, TestEvaluation } from './report'

export interface EnsembleReport {
  /** Of the members' own sha256, sorted, one a line. */
  readonly sha256: string
  readonly members: readonly { readonly recipe: string; readonly seed: number; readonly sha256: string }[]
  /** Of the mean of the members' calibrated probabilities, each flip-averaged. */
  readonly validation: Evaluation
  readonly test?: TestEvaluation
}
