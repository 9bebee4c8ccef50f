// Random draws come in, a narrow and tall dress goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import { line } from '../markup'
import { curve } from '../outline'
import type { Random } from '../random'
import { cloth, fallingFolds } from '../shading'
import type { GarmentDrawing } from './garment-drawing'
import { armholes, sleevePair } from './sleeve'
import type { TorsoMeasures } from './torso'
import { backOfNeck, necklinePath, torsoOutline } from './torso'

function trunk(random: Random, length: number, sleeveless: boolean): TorsoMeasures {
  const chest = random.uniform(41, 49)
  const waist = chest - random.uniform(4, 10)
  return {
    neck: random.uniform(18, 25), neckDepth: random.uniform(20, 42),
    shoulder: sleeveless ? random.uniform(30, 38) : chest - 2, shoulderDrop: random.uniform(6, 13), chest,
    armpit: random.uniform(58, 70), waist, waistHeight: random.uniform(112, 128),
    hem: waist + random.choose([random.uniform(5, 14), random.uniform(20, 38)]), length,
    hemCurve: random.uniform(1, 7),
    neckline: random.choose(['round', 'pointed'] as const),
  }
}

function armsOf(random: Random, torso: TorsoMeasures, length: number) {
  const long = random.chance(0.3)
  const reach = torso.chest + (long ? random.uniform(19, 26) : random.uniform(14, 21))
  const end = long ? random.uniform(150, 178) * (length / 300) : random.uniform(62, 86)
  return {
    shoulder: torso.shoulder, shoulderDrop: torso.shoulderDrop, chest: torso.chest, armpit: torso.armpit,
    cuffOuter: [reach, end] as const, cuffInner: [reach - random.uniform(14, 18), end + (long ? 2 : 7)] as const,
    bend: random.uniform(2, 6), cuff: long ? 9 : 0,
  }
}

function waistDetail(random: Random, fabric: Fabric, torso: TorsoMeasures): string {
  const y = torso.waistHeight
  const path = curve([[-70, y], [0, y + 3], [70, y]])
  return {
    seam: line(path, fabric.deep, 1.8, 0.6),
    belt:
      line(path, fabric.deep, 9, 0.9)
      + line(curve([[-4, y + 3], [4, y + 3]]), fabric.light, 7),
    none: '',
  }[random.choose(['seam', 'belt', 'none'] as const)]
}

export function drawDress(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, MIDDLE, LIGHT], ['plain', 'plain', 'plain', 'stripes', 'dots', 'melange'])
  const length = random.uniform(300, 345)
  const sleeveless = random.chance(0.45)
  const torso = trunk(random, length, sleeveless)
  const arms = armsOf(random, torso, length)
  const hem = line(
    curve([[-90, length - 7], [0, length + torso.hemCurve - 7], [90, length - 7]]),
    fabric.deep,
    1.2,
    0.55,
  )
  const inside = [
    fallingFolds(random, fabric, 7, torso.waist, torso.waistHeight + 6, length),
    fallingFolds(random, fabric, 2, torso.chest * 0.6, 60, torso.waistHeight),
    waistDetail(random, fabric, torso),
    hem,
    line(necklinePath(torso, 2), fabric.deep, 2.4, 0.6),
  ].join('')
  const body = cloth('trunk', torsoOutline(torso), fabric, inside)
  const sleeves = sleeveless ? '' : sleevePair(random, fabric, arms)
  const svg =
    fabric.definition + backOfNeck(torso, fabric) + sleeves + body + (sleeveless ? '' : armholes(fabric, arms))
  return { svg, width: 2 * Math.max(arms.cuffOuter[0], torso.hem), height: length + torso.hemCurve }
}
