// An answer and the one that the same picture got alone in; what differs, or undefined, out.
import type { Prediction } from '@stylelens/core'

/** The same order, but for neighbours that are closer than the tolerance, and the same scores. */
export function compareAnswers(
  actual: readonly Prediction[],
  alone: readonly Prediction[],
  tolerance: number,
): string | undefined {
  if (actual.length !== alone.length) return `${actual.length} predictions instead of ${alone.length}`
  const scores = new Map(alone.map(({ index, score }) => [index, score]))
  for (const [place, { index, label, score }] of actual.entries()) {
    const expected = [scores.get(index) ?? NaN, alone[place].score]
    if (expected.every((other) => Math.abs(other - score) <= tolerance)) continue
    return `${label} in place ${place} with ${score}, expected ${alone[place].label} with ${expected[1]}`
  }
  return undefined
}
