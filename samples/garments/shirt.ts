// Random draws come in, a shirt with collar, button line and curved hem goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import { dot, fill, line, rectangle, spread, stitches } from '../markup'
import type { Point } from '../outline'
import { curve, flip, polygon } from '../outline'
import type { Random } from '../random'
import { cloth, fallingFolds } from '../shading'
import type { GarmentDrawing } from './garment-drawing'
import { armholes, sleevePair } from './sleeve'
import { backOfNeck, torsoOutline } from './torso'

function collar(random: Random, fabric: Fabric, neck: number, depth: number): string {
  const point = random.uniform(24, 34)
  const leaf: Point[] = [
    [0, depth], [neck - 6, -3], [neck + 3, -4], [neck + 7, 9], [point - 6, depth + random.uniform(6, 14)],
  ]
  const draw = (path: string) => fill(path, fabric.base) + fill(path, '#fff', 0.16) + line(path, fabric.deep, 1.7, 0.85)
  return draw(polygon(leaf)) + draw(polygon(flip(leaf)))
}

function placket(fabric: Fabric, top: number, length: number): string {
  const strip = rectangle(-7, top, 14, length - top + 20, fabric.light, 0.6)
  const edges =
    line(curve([[-7, top], [-7, length + 20]]), fabric.deep, 1.3, 0.7)
    + stitches(curve([[7, top], [7, length + 20]]), fabric.deep)
  const buttons = spread(top + 14, length - 18, 7).map(
    (y) => dot(0, y, 3.2, fabric.deep, 0.9) + dot(-0.7, y - 0.7, 1.3, '#fff', 0.7),
  )
  return strip + edges + buttons.join('')
}

function breastPocket(fabric: Fabric, y: number): string {
  const pocket: Point[] = [[20, y], [50, y], [50, y + 28], [35, y + 35], [20, y + 28]]
  return fill(polygon(pocket), fabric.dark, 0.25) + line(polygon(pocket), fabric.deep, 1.3, 0.7)
}

function longSleeve(random: Random, chest: number, length: number) {
  const reach = chest + random.uniform(33, 44)
  const end = length - random.uniform(12, 40)
  return {
    cuffOuter: [reach, end] as const, cuffInner: [reach - random.uniform(17, 22), end + 3] as const,
    bend: random.uniform(8, 13), cuff: random.uniform(14, 20),
  }
}

function shortSleeve(random: Random, chest: number) {
  const reach = chest + random.uniform(28, 38)
  const end = random.uniform(92, 122)
  return {
    cuffOuter: [reach, end] as const,
    cuffInner: [chest + random.uniform(4, 9), end + random.uniform(10, 18)] as const, bend: random.uniform(2, 6),
    cuff: random.choose([0, 10]),
  }
}

export function drawShirt(random: Random): GarmentDrawing {
  const patterns = ['plain', 'plain', 'checks', 'checks', 'pinstripes', 'dots'] as const
  const fabric = chooseFabric(random, [DARK, MIDDLE, LIGHT, LIGHT], patterns)
  const length = random.uniform(272, 296)
  const chest = random.uniform(61, 69)
  const shoulderDrop = random.uniform(16, 24)
  const torso = {
    neck: random.uniform(25, 31), neckDepth: random.uniform(22, 34), shoulder: chest + random.uniform(-1, 4),
    shoulderDrop, chest, armpit: random.uniform(92, 102), waist: chest - random.uniform(3, 9), waistHeight: 175,
    hem: chest - random.uniform(-1, 5), length: length - random.uniform(8, 16), hemCurve: random.uniform(9, 16),
    neckline: 'pointed' as const,
  }
  const long = random.chance(0.75)
  const arms = {
    shoulder: torso.shoulder, shoulderDrop, chest, armpit: torso.armpit,
    ...(long ? longSleeve(random, chest, length) : shortSleeve(random, chest)),
  }
  const inside = [
    fallingFolds(random, fabric, 6, chest * 0.8, 100, length - 10),
    line(curve([[-80, 40], [0, 34], [80, 40]]), fabric.deep, 1.2, 0.45),
    placket(fabric, torso.neckDepth, length),
    random.chance(0.6) ? breastPocket(fabric, random.uniform(78, 92)) : '',
  ].join('')
  const body = cloth('trunk', torsoOutline(torso), fabric, inside)
  const parts = [
    fabric.definition,
    backOfNeck(torso, fabric, 3),
    sleevePair(random, fabric, arms),
    body,
    armholes(fabric, arms),
  ]
  const svg = parts.join('') + collar(random, fabric, torso.neck, torso.neckDepth)
  return { svg, width: 2 * arms.cuffOuter[0], height: length + 10 }
}
