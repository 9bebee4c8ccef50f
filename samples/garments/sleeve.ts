// Measures of a sleeve come in, a left and a right sleeve as cloth go out.
import type { Fabric } from '../fabric'
import { line } from '../markup'
import type { Point } from '../outline'
import { closedCurve, curve, flip } from '../outline'
import type { Random } from '../random'
import { cloth, fold } from '../shading'

/** The right sleeve; x from the axis of the garment outwards, y down from the shoulders' highest point. */
export interface SleeveMeasures {
  shoulder: number
  shoulderDrop: number
  chest: number
  armpit: number
  cuffOuter: Point
  cuffInner: Point
  /** How far the arm bends outwards, in drawing units. */
  bend: number
  /** The height of a ribbed or buttoned cuff; 0 for a plain hem. */
  cuff: number
}

const between = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
]

function sleeve(name: string, side: 1 | -1, random: Random, fabric: Fabric, measures: SleeveMeasures): string {
  const swing = random.uniform(-3, 3)
  const place = (points: Point[]) => (side === 1 ? points : flip(points))
  const outer: Point = [measures.cuffOuter[0] + swing, measures.cuffOuter[1], 'corner']
  const inner: Point = [measures.cuffInner[0] + swing, measures.cuffInner[1], 'corner']
  const shoulder: Point = [measures.shoulder, measures.shoulderDrop]
  const armpit: Point = [measures.chest - 8, measures.armpit + 6]
  const elbow = between(shoulder, outer, 0.45)
  const crook = between(armpit, inner, 0.45)
  const outline = closedCurve(
    place([
      [measures.shoulder - 12, measures.shoulderDrop - 4, 'corner'], [shoulder[0] + 3, shoulder[1] + 3],
      [elbow[0] + measures.bend, elbow[1]],
      outer, inner,
      [crook[0] + measures.bend * 0.6, crook[1]], [armpit[0], armpit[1], 'corner'],
    ]),
  )
  const rib = measures.cuff / Math.max(Math.hypot(outer[0] - shoulder[0], outer[1] - shoulder[1]), 1)
  const cuffLine = curve(place([between(outer, shoulder, rib), between(inner, armpit, rib)]))
  const cuff =
    measures.cuff > 0
      ? line(cuffLine, fabric.deep, 2, 0.7)
      : line(curve(place([between(outer, shoulder, 0.06), between(inner, armpit, 0.06)])), fabric.deep, 1, 0.5)
  const start = place([between(shoulder, crook, 0.5)])[0]
  const end = place([between(outer, inner, 0.5)])[0]
  const folds = fold(random, fabric, [start[0], start[1]], [end[0], end[1] - measures.cuff])
  return cloth(name, outline, fabric, folds + cuff)
}

export function sleevePair(random: Random, fabric: Fabric, measures: SleeveMeasures): string {
  return sleeve('sleeve-left', -1, random, fabric, measures) + sleeve('sleeve-right', 1, random, fabric, measures)
}

/** The seams that join the sleeves to the trunk. */
export function armholes(fabric: Fabric, measures: SleeveMeasures): string {
  const points: Point[] = [
    [measures.shoulder, measures.shoulderDrop],
    [measures.shoulder - 7, (measures.shoulderDrop + measures.armpit) / 2], [measures.chest, measures.armpit],
  ]
  return line(curve(points), fabric.deep, 1.6, 0.55) + line(curve(flip(points)), fabric.deep, 1.6, 0.55)
}
