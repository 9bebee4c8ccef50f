// Random draws come in, a long-sleeved pullover with ribbed edges goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import { line, rectangle, spread } from '../markup'
import { curve } from '../outline'
import type { Random } from '../random'
import { cloth, fallingFolds } from '../shading'
import type { GarmentDrawing } from './garment-drawing'
import { armholes, sleevePair } from './sleeve'
import { backOfNeck, necklinePath, torsoOutline } from './torso'

function ribbedHem(fabric: Fabric, half: number, length: number, height: number): string {
  const ribs = spread(-half, half, 30).map((x) =>
    line(curve([[x, length - height], [x, length + 4]]), fabric.deep, 1.2, 0.4),
  )
  return (
    ribs.join('')
    + line(curve([[-half - 5, length - height], [half + 5, length - height]]), fabric.deep, 1.8, 0.7)
  )
}

export function drawPullover(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, DARK, MIDDLE, LIGHT], ['plain', 'plain', 'plain', 'melange', 'stripes'])
  const length = random.uniform(226, 256)
  const chest = random.uniform(64, 74)
  const shoulderDrop = random.uniform(12, 20)
  const torso = {
    neck: random.uniform(27, 38), neckDepth: random.uniform(14, 30), shoulder: chest + random.uniform(2, 8),
    shoulderDrop, chest, armpit: random.uniform(90, 104), waist: chest - random.uniform(1, 7), waistHeight: 165,
    hem: chest - random.uniform(1, 9), length, hemCurve: random.uniform(0, 4),
    neckline: random.choose(['round', 'round', 'pointed'] as const),
  }
  const reach = chest + random.uniform(38, 48)
  const sleeveEnd = length + random.uniform(4, 26)
  const arms = {
    shoulder: torso.shoulder, shoulderDrop, chest, armpit: torso.armpit, cuffOuter: [reach, sleeveEnd] as const,
    cuffInner: [reach - random.uniform(22, 27), sleeveEnd + 2] as const, bend: random.uniform(9, 15),
    cuff: random.uniform(15, 24),
  }
  const band = random.chance(0.2)
    ? rectangle(-120, random.uniform(90, 120), 240, random.uniform(28, 50), fabric.contrast, 0.7)
    : ''
  const neckRib =
    line(necklinePath(torso, 3), fabric.dark, 9, 0.9) + line(necklinePath(torso, 8), fabric.deep, 1.4, 0.8)
  const inside = [
    band,
    fallingFolds(random, fabric, 5, chest * 0.7, 120, length - 24),
    ribbedHem(fabric, torso.hem, length, random.uniform(14, 24)),
    neckRib,
  ].join('')
  const collar = random.chance(0.25)
    ? line(
        curve([[-torso.neck, -1], [0, 4], [torso.neck, -1]]),
        fabric.dark,
        9,
      )
    : ''
  const body = cloth('trunk', torsoOutline(torso), fabric, inside)
  const svg =
    fabric.definition
    + collar
    + backOfNeck(torso, fabric)
    + sleevePair(random, fabric, arms)
    + body
    + armholes(fabric, arms)
  return { svg, width: 2 * reach, height: length + 28 }
}
