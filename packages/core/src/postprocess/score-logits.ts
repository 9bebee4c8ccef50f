// Logits in, the scores that the caller asked for out.
import type { ScoreFunction } from '../prediction'

/**
 * @param logits of one picture, divided by the temperature, [labels]
 * @returns [labels]; 'none' gives the logits themselves. 'softmax' is the model's own: its graph has it.
 */
export function scoreLogits(logits: Float32Array, functionToApply: Exclude<ScoreFunction, 'softmax'>): Float32Array {
  return functionToApply === 'none' ? logits : logits.map(sigmoid)
}

// exp of a large number is Infinity, so each side takes the exponent that stays small.
function sigmoid(logit: number): number {
  if (logit >= 0) return 1 / (1 + Math.exp(-logit))
  const power = Math.exp(logit)
  return power / (1 + power)
}
