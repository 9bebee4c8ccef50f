// Random draws come in, a coat or jacket with a front line and a collar goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, MIDDLE } from '../fabric'
import { dot, fill, line, spread } from '../markup'
import type { Point } from '../outline'
import { closedCurve, curve, flip, polygon } from '../outline'
import type { Random } from '../random'
import { cloth, fallingFolds } from '../shading'
import type { GarmentDrawing } from './garment-drawing'
import { armholes, sleevePair } from './sleeve'
import { backOfNeck, torsoOutline } from './torso'

const bothSides = (points: Point[], draw: (path: string) => string, outline: (points: readonly Point[]) => string) =>
  draw(outline(points)) + draw(outline(flip(points)))

function lapels(random: Random, fabric: Fabric, neck: number, depth: number): string {
  const notch = random.uniform(34, 46)
  const lapel: Point[] = [
    [neck - 2, -4], [neck + 8, 10], [notch, depth * 0.42], [notch - 7, depth * 0.5], [notch - 2, depth * 0.58],
    [0, depth],
  ]
  const draw = (path: string) => fill(path, fabric.base) + fill(path, '#fff', 0.1) + line(path, fabric.deep, 1.8, 0.85)
  return bothSides(lapel, draw, polygon)
}

function standingCollar(fabric: Fabric, neck: number, height: number): string {
  const half: Point[] = [
    [0, height * 0.9, 'corner'], [3, -height * 0.3, 'corner'], [neck * 0.6, -height * 0.62],
    [neck + 2, -height * 0.6, 'corner'], [neck + 8, 11, 'corner'],
  ]
  const draw = (path: string) => fill(path, fabric.dark) + line(path, fabric.deep, 1.6, 0.9)
  const inside = line(
    curve([[-neck, -height * 0.5], [0, -height * 0.36], [neck, -height * 0.5]]),
    fabric.deep,
    height * 0.3,
  )
  return inside + bothSides(half, draw, closedCurve)
}

function front(random: Random, fabric: Fabric, top: number, length: number): string {
  const zip = random.chance(0.45)
  const opening = line(curve([[0, top], [1, length + 6]]), fabric.deep, random.uniform(2, 3.4))
  if (zip)
    return (opening + line(curve([[3, top], [4, length]]), '#c9c9c6', 2.2, 0.8))
  const rows = random.chance(0.35) ? [-15, 17] : [9]
  const buttons = spread(top + 16, length * 0.72, random.choose([4, 5, 6]))
  const studs = rows.flatMap((x) => buttons.map((y) => dot(x, y, 4, fabric.deep) + dot(x - 1, y - 1, 1.4, '#fff', 0.5)))
  return (opening + line(curve([[-6, top], [-6, length]]), fabric.deep, 1, 0.4) + studs.join(''))
}

function pockets(random: Random, fabric: Fabric, chest: number, length: number): string {
  const y = length * random.uniform(0.56, 0.64)
  const slanted: Point[] = [
    [chest * 0.38, y],
    [chest * 0.72, y - random.choose([0, 14])],
    [chest * 0.74, y + 8], [chest * 0.4, y + 10],
  ]
  const draw = (path: string) => fill(path, fabric.dark, 0.8) + line(path, fabric.deep, 1.6, 0.8)
  return bothSides(slanted, draw, polygon)
}

const quilting = (fabric: Fabric, length: number) =>
  spread(46, length - 16, 9)
    .map((y) =>
      line(curve([[-90, y], [0, y + 4], [90, y]]), fabric.deep, 2.2, 0.5),
    )
    .join('')

export function drawCoat(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, DARK, MIDDLE], ['plain', 'plain', 'melange'])
  const length = random.uniform(268, 300)
  const chest = random.uniform(64, 74)
  const shoulderDrop = random.uniform(22, 30)
  const lapelled = random.chance(0.5)
  const torso = {
    neck: random.uniform(24, 30), neckDepth: lapelled ? random.uniform(70, 105) : 16,
    shoulder: chest - random.uniform(1, 6), shoulderDrop, chest, armpit: random.uniform(94, 108),
    waist: chest - random.uniform(0, 5), waistHeight: 165, hem: chest + random.uniform(2, 13), length,
    hemCurve: random.uniform(0, 3),
    neckline: 'pointed' as const,
  }
  const reach = chest + random.uniform(22, 31)
  const sleeveEnd = length - random.uniform(20, 56)
  const arms = {
    shoulder: torso.shoulder, shoulderDrop, chest, armpit: torso.armpit, cuffOuter: [reach, sleeveEnd] as const,
    cuffInner: [reach - random.uniform(26, 31), sleeveEnd + 3] as const, bend: random.uniform(3, 7),
    cuff: random.choose([0, 16, 22]),
  }
  const inside = [
    !lapelled && random.chance(0.35) ? quilting(fabric, length) : '',
    fallingFolds(random, fabric, 4, chest * 0.75, 130, length),
    pockets(random, fabric, chest, length),
    front(random, fabric, torso.neckDepth, length),
  ].join('')
  const collar = lapelled
    ? lapels(random, fabric, torso.neck, torso.neckDepth)
    : standingCollar(fabric, torso.neck, random.uniform(18, 28))
  const back = lapelled
    ? line(
        curve([[-torso.neck, -2], [0, 3], [torso.neck, -2]]),
        fabric.dark,
        10,
      )
    : ''
  const body = cloth('trunk', torsoOutline(torso), fabric, inside)
  const svg = [
    fabric.definition,
    backOfNeck(torso, fabric, 2),
    back,
    sleevePair(random, fabric, arms),
    body,
    armholes(fabric, arms),
    collar,
  ].join('')
  return { svg, width: 2 * reach, height: length + 22 }
}
