// A manifest and the options of a call in; how predictions are read from the outputs of the model out.
import type { ModelManifest } from '../manifest'
import type { ResolvedClassifyOptions } from '../options/classify-options'
import { rankScores } from '../postprocess/rank-scores'
import { scoreLogits } from '../postprocess/score-logits'
import type { Prediction } from '../prediction'
import type { Reading } from './reading'

/** Probabilities as the model gives them, or scores made of its logits: a run has checked their number and values. */
export function readPredictions(manifest: ModelManifest, options: ResolvedClassifyOptions): Reading<Prediction[]> {
  const { labels, outputs: { probabilities, logits } } = manifest
  const { functionToApply, tta } = options
  if (functionToApply === 'softmax') {
    return {
      lengths: { [probabilities]: labels.length },
      tta,
      read: (outputs) => rankScores(outputs[probabilities], labels, options),
    }
  }
  return {
    lengths: { [logits]: labels.length },
    tta,
    read: (outputs) => rankScores(scoreLogits(outputs[logits], functionToApply), labels, options),
  }
}
