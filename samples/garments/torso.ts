// Measures of a garment's trunk come in, its outline and neck go out.
import type { Fabric } from '../fabric'
import { fill, line } from '../markup'
import type { Point } from '../outline'
import { closedCurve, curve, mirroredCurve } from '../outline'

/** All widths are half widths from the axis x = 0; y runs down from the highest point of the shoulders. */
export interface TorsoMeasures {
  neck: number
  neckDepth: number
  shoulder: number
  shoulderDrop: number
  chest: number
  armpit: number
  waist: number
  waistHeight: number
  hem: number
  length: number
  /** How far the middle of the hem hangs below its sides (negative: the sides hang lower). */
  hemCurve: number
  neckline?: 'round' | 'pointed'
}

export function torsoOutline(measures: TorsoMeasures): string {
  const pointed = measures.neckline === 'pointed'
  const { neck, neckDepth } = measures
  return mirroredCurve([
    ...(pointed
      ? [[0, neckDepth, 'corner'] as const]
      : [[0, neckDepth] as const, [neck * 0.68, neckDepth * 0.66] as const]),
    [neck, 0, 'corner'], [measures.shoulder, measures.shoulderDrop, 'corner'],
    [measures.chest * 0.97, measures.armpit * 0.75 + measures.shoulderDrop * 0.25],
    [measures.chest, measures.armpit], [measures.waist, measures.waistHeight],
    [measures.hem, measures.length, 'corner'], [0, measures.length + measures.hemCurve],
  ])
}

/** The inside of the back that shows through the neck, with the back edge of the collar. */
export function backOfNeck(measures: TorsoMeasures, fabric: Fabric, backDepth = 5): string {
  const { neck, neckDepth } = measures
  const inside = closedCurve([
    [-neck - 1, 0, 'corner'], [0, backDepth], [neck + 1, 0, 'corner'], [neck * 0.74, neckDepth * 0.74],
    [0, neckDepth + 2], [-neck * 0.74, neckDepth * 0.74],
  ])
  const label = line(curve([[-5, backDepth + 5], [5, backDepth + 5]]), fabric.light, 3, 0.5)
  return fill(inside, fabric.deep) + label
}

/** The edge of the neck, for a collar rib of the given width. */
export function necklinePath(measures: TorsoMeasures, lower = 0): string {
  const side = measures.neck + lower * 0.8
  const bottom = measures.neckDepth + lower
  if (measures.neckline === 'pointed')
    return curve([[-side, lower * 0.3], [0, bottom, 'corner'], [side, lower * 0.3]])
  const shoulderOf = (sign: 1 | -1): Point => [sign * side * 0.68, bottom * 0.68]
  return curve([[-side, lower * 0.3], shoulderOf(-1), [0, bottom], shoulderOf(1), [side, lower * 0.3]])
}
