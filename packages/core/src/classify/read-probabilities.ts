// A manifest and the options of a call in; how predictions are read from the probabilities of the model out.
import type { ModelManifest } from '../manifest'
import type { ResolvedClassifyOptions } from '../options/classify-options'
import { rankScores } from '../postprocess/rank-scores'
import type { Prediction } from '../prediction'
import type { Reading } from './reading'

/** A run has checked their number and values. */
export function readProbabilities(
  { labels, outputs: { probabilities } }: ModelManifest,
  options: ResolvedClassifyOptions,
): Reading<Prediction[]> {
  return {
    lengths: { [probabilities]: labels.length },
    tta: options.tta,
    read: (outputs) => rankScores(outputs[probabilities], labels, options),
  }
}
