// Random draws come in, a short-sleeved T-shirt goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import { dot, line, rectangle, spread, stitches } from '../markup'
import { curve } from '../outline'
import type { Random } from '../random'
import { cloth, fallingFolds } from '../shading'
import type { GarmentDrawing } from './garment-drawing'
import { armholes, sleevePair } from './sleeve'
import { backOfNeck, necklinePath, torsoOutline } from './torso'

function chestPrint(random: Random, fabric: Fabric): string {
  const y = random.uniform(88, 112)
  const kind = random.choose(['none', 'none', 'disc', 'bars', 'pocket', 'band'] as const)
  const bars = spread(y - 18, y + 18, 4).map((row) =>
    rectangle(-random.uniform(20, 36), row, random.uniform(44, 68), 6, fabric.contrast, 0.8),
  )
  return {
    none: '',
    disc: dot(0, y, random.uniform(20, 30), fabric.contrast, 0.8) + dot(5, y - 4, 12, fabric.base, 0.9),
    bars: bars.join(''),
    pocket:
      rectangle(20, y - 14, 30, 34, fabric.dark, 0.4)
      + stitches(curve([[20, y - 9], [50, y - 9]]), fabric.light),
    band: rectangle(-110, y - 12, 220, random.uniform(22, 40), fabric.contrast, 0.75),
  }[kind]
}

export function drawTShirt(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, MIDDLE, MIDDLE, LIGHT], ['plain', 'plain', 'plain', 'stripes', 'melange'])
  const length = random.uniform(262, 292)
  const chest = random.uniform(69, 80)
  const shoulderDrop = random.uniform(15, 24)
  const torso = {
    neck: random.uniform(27, 36), neckDepth: random.uniform(20, 38), shoulder: chest + random.uniform(2, 7),
    shoulderDrop, chest, armpit: random.uniform(82, 94), waist: chest - random.uniform(0, 8), waistHeight: 175,
    hem: chest + random.uniform(-2, 6), length, hemCurve: random.uniform(1, 5),
    neckline: random.choose(['round', 'round', 'round', 'pointed'] as const),
  }
  const reach = chest + random.uniform(32, 44)
  const sleeveEnd = random.uniform(84, 112)
  const arms = {
    shoulder: torso.shoulder, shoulderDrop, chest, armpit: torso.armpit, cuffOuter: [reach, sleeveEnd] as const,
    cuffInner: [chest + random.uniform(6, 13), sleeveEnd + random.uniform(10, 20)] as const,
    bend: random.uniform(2, 6), cuff: 0,
  }
  const neckRib =
    line(necklinePath(torso, 2), fabric.dark, 5, 0.9) + line(necklinePath(torso, 5), fabric.deep, 1.2, 0.8)
  const hem = stitches(
    curve([[-100, length - 8], [0, length + torso.hemCurve - 8], [100, length - 8]]),
    fabric.deep,
  )
  const folds = fallingFolds(random, fabric, 5, chest * 0.7, 110, length - 10)
  const body = cloth('trunk', torsoOutline(torso), fabric, chestPrint(random, fabric) + folds + neckRib + hem)
  const svg =
    fabric.definition + backOfNeck(torso, fabric) + sleevePair(random, fabric, arms) + body + armholes(fabric, arms)
  return { svg, width: 2 * reach, height: length + torso.hemCurve }
}
