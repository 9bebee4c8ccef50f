// Random draws come in, an ankle boot from the side with its toe to the left goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, MIDDLE } from '../fabric'
import { dot, fill, line, spread, stitches } from '../markup'
import type { Point } from '../outline'
import { closedCurve, curve, polygon } from '../outline'
import type { Random } from '../random'
import { cloth, fold } from '../shading'
import type { GarmentDrawing } from './garment-drawing'

interface BootMeasures {
  height: number
  /** How high the heel stands above the ground. */
  heel: number
  /** The left and right edge of the shaft's opening. */
  front: number
  back: number
  toe: number
}

const SOLE = 10

function upper({ height, heel, front, back, toe }: BootMeasures): Point[] {
  const ground = height - SOLE
  const instep = ground - heel * 0.75
  return [
    [4, ground, 'corner'], [8, ground - toe * 0.7], [38, ground - toe - 6], [84, ground - heel * 0.5 - 54],
    [front - 16, instep - 88], [front - 2, (instep - 96) * 0.5], [front, 4, 'corner'], [(front + back) / 2, 0],
    [back, 3, 'corner'], [back + 2, (ground - heel) * 0.5], [268, ground - heel - 34],
    [272, ground - heel + 2, 'corner'], [200, ground - heel * 0.86 + 2], [128, ground - heel * 0.12],
    [90, ground + 1], [40, ground + 1],
  ]
}

function soleAndHeel(random: Random, measures: BootMeasures): string {
  const { height, heel } = measures
  const ground = height - SOLE
  const taper = heel > 36 ? random.uniform(4, 22) : 2
  const block = polygon([[206, ground - heel * 0.88], [273, ground - heel], [271, height], [216 + taper, height]])
  const sole = closedCurve([
    [1, ground - 2, 'corner'], [90, ground - 1], [128, ground - heel * 0.12 - 2],
    [204, ground - heel * 0.86, 'corner'], [274, ground - heel, 'corner'], [272, ground - heel + 9, 'corner'],
    [210, ground - heel * 0.86 + 10], [132, ground - heel * 0.12 + 9], [96, height], [24, height], [5, height - 3],
  ])
  const colour = random.choose(['#2e2a28', '#3d332b', '#57463a', '#232326'])
  return [block, sole]
    .map((path) => fill(path, colour) + fill(path, 'url(#side-shade)') + line(path, '#1b1918', 1.2, 0.9))
    .join('')
}

function lacing(fabric: Fabric, { front, height, heel }: BootMeasures): string {
  const rows = spread(16, height - heel - 92, 6).map(
    (y) =>
      line(
        curve([[front - 10, y], [front + 20, y + 9]]),
        fabric.light,
        4,
      ) + dot(front + 22, y + 10, 2.6, fabric.deep),
  )
  return (
    line(
      curve([[front + 24, 4], [front + 22, height - heel - 90], [front - 20, height - heel - 62]]),
      fabric.deep,
      1.8,
      0.8,
    ) + rows.join('')
  )
}

function gore(fabric: Fabric, { front, back, height, heel }: BootMeasures): string {
  const middle = (front + back) / 2
  const bottom = height - heel - 58
  const outline = closedCurve([
    [middle - 22, 0, 'corner'], [middle + 22, 0, 'corner'], [middle + 13, bottom], [middle - 8, bottom],
  ])
  const ribs = spread(middle - 16, middle + 18, 8).map((x) =>
    line(curve([[x, 2], [x, bottom - 4]]), fabric.light, 0.9, 0.4),
  )
  return fill(outline, fabric.deep, 0.8) + ribs.join('')
}

const zip = (fabric: Fabric, { front, back, height, heel }: BootMeasures) => {
  const path = curve([[(front + back) / 2, 2], [(front + back) / 2 + 4, height - heel - 30]])
  return line(path, fabric.deep, 4, 0.9) + stitches(path, '#c8c6c0', 0.9)
}

function measure(random: Random, heeled: boolean): BootMeasures {
  return {
    height: heeled ? random.uniform(245, 285) : random.uniform(186, 246),
    heel: heeled ? random.uniform(48, 78) : random.uniform(10, 22),
    front: random.uniform(112, 146), back: random.uniform(252, 266), toe: random.uniform(20, 32),
  }
}

// The seam between vamp and shaft, and the creases where the foot bends.
function instepDetails(random: Random, fabric: Fabric, { height, heel, front }: BootMeasures): string {
  const instep = height - SOLE - heel
  const seam = curve([[front - 22, instep - 58], [front + 20, instep - 34], [front + 62, instep + heel * 0.2]])
  const creases = [0, 1, 2].map((row) => {
    const start = [front - 20 + row * 14, instep - 74 + row * 12] as const
    const end = [front + 36 + row * 16, instep - 56 + row * 10] as const
    return fold(random, fabric, start, end)
  })
  return creases.join('') + line(seam, fabric.deep, 1.8, 0.7)
}

function shaftTop(random: Random, fabric: Fabric, { front, back }: BootMeasures): string {
  const middle = (front + back) / 2
  const lining = fill(closedCurve([[front + 1, 4], [middle, -4], [back - 1, 3], [middle, 7]]), fabric.deep)
  const loop = line(curve([[back - 5, 12], [back - 3, -6], [back + 2, 10]]), fabric.dark, 4)
  return (random.chance(0.5) ? loop : '') + lining
}

export function drawAnkleBoot(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, DARK, MIDDLE])
  const heeled = random.chance(0.4)
  const measures = measure(random, heeled)
  const { height, front, back } = measures
  const closure = random.choose(heeled ? [zip, gore] : [lacing, gore, zip])
  const edge = stitches(curve([[front - 4, 12], [(front + back) / 2, 8], [back + 4, 11]]), fabric.light, 0.8)
  const inside = instepDetails(random, fabric, measures) + closure(fabric, measures) + edge
  const shade = random.choose(['gloss', 'side-shade'] as const)
  const body = cloth('upper', closedCurve(upper(measures)), fabric, inside, { shade })
  const svg = shaftTop(random, fabric, measures) + soleAndHeel(random, measures) + body
  return { svg, width: 280, height }
}
