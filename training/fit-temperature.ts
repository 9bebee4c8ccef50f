// Validation logits and labels in, the temperature that makes their likelihood greatest out.
import { negativeLogLikelihood, softmaxRows } from './metrics'

const golden = (Math.sqrt(5) - 1) / 2

/**
 * Golden-section search over log T in [0.2, 5]; the loss has a single minimum in it (Guo et al. 2017).
 * Rounded to four decimals, so that the value in a manifest is the value in the graph.
 */
export function fitTemperature(logits: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  const loss = (logTemperature: number) =>
    negativeLogLikelihood(softmaxRows(logits, classes, Math.exp(logTemperature)), labels, classes)
  let low = Math.log(0.2)
  let high = Math.log(5)
  while (high - low > 1e-6) {
    const inner = high - golden * (high - low)
    const outer = low + golden * (high - low)
    if (loss(inner) < loss(outer)) high = outer
    else low = inner
  }
  return Math.round(Math.exp((low + high) / 2) * 1e4) / 1e4
}
