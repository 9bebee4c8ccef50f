// Two tensors come in; the largest difference relative to the magnitude of the expected one goes out.
import type { NumberTensor } from './numbers'

/** Infinity for another shape or a number that is not finite. */
export function errorOf(actual: NumberTensor | undefined, expected: NumberTensor): number {
  if (!actual || actual.shape.join() !== expected.shape.join()) return Infinity
  let scale = 1
  let worst = 0
  for (let i = 0; i < expected.data.length; i += 1) {
    scale = Math.max(scale, Math.abs(expected.data[i]))
    const difference = Math.abs(expected.data[i] - actual.data[i])
    if (Number.isNaN(difference)) return Infinity
    worst = Math.max(worst, difference)
  }
  return worst / scale
}

/** The worst of several outputs. */
export const worstOf = (actual: readonly (NumberTensor | undefined)[], expected: readonly NumberTensor[]): number =>
  actual.length === expected.length ? Math.max(...expected.map((tensor, i) => errorOf(actual[i], tensor))) : Infinity
