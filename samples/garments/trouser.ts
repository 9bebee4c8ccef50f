// Random draws come in, a pair of trousers goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import { dot, line, rectangle, spread, stitches } from '../markup'
import { curve, flip, mirroredCurve } from '../outline'
import type { Point } from '../outline'
import type { Random } from '../random'
import { cloth, fold } from '../shading'
import type { GarmentDrawing } from './garment-drawing'

interface TrouserMeasures {
  waist: number
  hip: number
  rise: number
  knee: number
  hemOuter: number
  hemInner: number
  length: number
}

const outline = (measures: TrouserMeasures) =>
  mirroredCurve([
    [0, 3], [measures.waist, 0, 'corner'], [measures.hip, measures.rise * 0.8],
    [measures.knee, measures.length * 0.58], [measures.hemOuter, measures.length, 'corner'],
    [measures.hemInner, measures.length + 2, 'corner'], [(measures.hemInner + 5) * 0.62, measures.length * 0.58],
    [0, measures.rise, 'corner'],
  ])

function waistband(fabric: Fabric, measures: TrouserMeasures): string {
  const { waist, rise } = measures
  const band = line(curve([[-waist - 3, 14], [0, 18], [waist + 3, 14]]), fabric.deep, 1.8, 0.8)
  const loops = [-0.75, -0.35, 0.35, 0.75].map((share) => rectangle(share * waist - 2, 0, 4, 18, fabric.dark, 0.9))
  const fly =
    line(curve([[1, 3], [1, rise * 0.9]]), fabric.deep, 1.6, 0.8)
    + stitches(curve([[11, 18], [10, rise * 0.5], [1, rise * 0.78]]), fabric.light, 0.8)
  return band + loops.join('') + fly + dot(4, 9, 3.4, fabric.light) + dot(4, 9, 1.4, fabric.deep)
}

function pockets(fabric: Fabric, measures: TrouserMeasures): string {
  const pocket: Point[] = [[measures.waist * 0.5, 17], [measures.waist * 0.7, 36], [measures.hip + 2, 44]]
  const draw = (points: Point[]) => line(curve(points), fabric.deep, 1.8, 0.8)
  return draw(pocket) + draw(flip(pocket))
}

function legShade(random: Random, fabric: Fabric, measures: TrouserMeasures, faded: boolean): string {
  const middle = (measures.hemOuter + measures.hemInner) / 2
  const legs = [-1, 1].flatMap((side) => {
    const crease = fold(
      random, fabric,
      [side * measures.hip * 0.5, measures.rise], [side * middle, measures.length - 8],
    )
    const knees = spread(0.5, 0.64, 3).map((share) => {
      const y = measures.length * share
      return fold(
        random, fabric,
        [side * measures.hemInner, y], [side * measures.knee * 0.8, y + random.uniform(-12, 12)],
      )
    })
    const wash = line(
      curve([[side * measures.hip * 0.55, measures.rise * 0.8], [side * middle, measures.length * 0.55]]),
      fabric.light,
      20,
      0.55,
    )
    return [crease, ...knees, faded ? `<g filter="url(#soft)">${wash}</g>` : '']
  })
  return legs.join('')
}

export function drawTrouser(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, DARK, MIDDLE, LIGHT], ['plain', 'plain', 'plain', 'melange', 'pinstripes'])
  const hip = random.uniform(47, 56)
  const hemInner = random.uniform(9, 15)
  const hemWidth = random.uniform(23, 36)
  const measures = {
    waist: hip - random.uniform(4, 10), hip, rise: random.uniform(78, 96), knee: random.uniform(0.82, 0.94) * hip,
    hemOuter: hemInner + hemWidth, hemInner, length: random.uniform(296, 340),
  }
  const hem = [-1, 1].map((side) =>
    stitches(
      curve([[side * hemInner, measures.length - 8], [side * (measures.hemOuter + 2), measures.length - 9]]),
      fabric.deep,
      0.8,
    ),
  )
  const inside =
    legShade(random, fabric, measures, random.chance(0.4))
    + waistband(fabric, measures)
    + pockets(fabric, measures)
    + hem.join('')
  return {
    svg: fabric.definition + cloth('legs', outline(measures), fabric, inside),
    width: 2 * hip, height: measures.length,
  }
}
