// The length of a side before and after in; which old pixel each of some new ones is, as Pillow picks it, out.
import type { Span } from './pillow-weights'

/** Longer sides are no pictures any more: there the position is calculated, and not added up. */
const longestSum = 1 << 20

/** Pillow adds the step up, and what rounding makes of the sum decides where two old pixels are equally near. */
export function nearestPositions(oldLength: number, newLength: number, { from, to }: Span): number[] {
  const step = oldLength / newLength
  const isLong = from > longestSum
  let position = isLong ? (from + 0.5) * step : step * 0.5
  for (let index = 0; index < (isLong ? 0 : from); index++) position += step
  const positions: number[] = []
  for (let index = from; index < to; index++, position += step) {
    positions.push(Math.min(Math.trunc(position), oldLength - 1))
  }
  return positions
}
