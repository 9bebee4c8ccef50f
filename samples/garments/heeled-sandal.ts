// Random draws come in, a sandal on a thin heel, a block or a wedge, toe to the left, goes out.
import type { Fabric } from '../fabric'
import { line } from '../markup'
import { closedCurve, curve, polygon } from '../outline'
import type { Random } from '../random'
import type { GarmentDrawing } from './garment-drawing'
import { band, buckle, solid, strap } from './strap'

type Heel = 'thin' | 'block' | 'wedge'

function heelShape(kind: Heel, height: number, rise: number, thickness: number): string {
  const top = height - rise
  if (kind === 'thin')
    return closedCurve([
      [222, top + 14], [268, top - 2, 'corner'], [264, top + rise * 0.4], [262, height, 'corner'],
      [253, height, 'corner'], [248, top + rise * 0.4],
    ])
  if (kind === 'block')
    return polygon([[212, top + 10], [269, top - 2], [268, height], [222, height]])
  return closedCurve([
    [60, height - thickness - 2, 'corner'], [130, height - rise * 0.42], [270, top - 2, 'corner'],
    [266, height, 'corner'], [60, height, 'corner'],
  ])
}

export function heeledSandal(random: Random, fabric: Fabric): GarmentDrawing {
  const height = random.uniform(172, 240)
  const rise = height * random.uniform(0.4, 0.5)
  const kind = random.choose<Heel>(['thin', 'thin', 'block', 'wedge'])
  const thickness = kind === 'thin' ? random.uniform(9, 13) : random.uniform(13, 26)
  const ground = height - thickness
  const top = height - rise
  const platform = closedCurve([
    [2, ground - 7, 'corner'], [44, ground], [88, ground - 5], [150, height - rise * 0.5 - thickness],
    [214, top - 7], [270, top - 9, 'corner'], [270, top + 5, 'corner'], [216, top + 9], [152, height - rise * 0.4],
    [100, height, 'corner'], [20, height], [4, height - 5],
  ])
  const width = random.uniform(11, 17)
  const ankleTop = random.uniform(5, 18)
  const loop =
    strap(fabric, [[196, ankleTop + 26], [228, ankleTop + 16], [266, ankleTop + 10]], width)
    + line(curve([[196, ankleTop + 26], [226, ankleTop + 4], [266, ankleTop + 8]]), fabric.dark, width * 0.6)
  const counter = strap(fabric, [[262, top - 4], [271, (top + ankleTop) / 2], [266, ankleTop + 8]], width)
  const toe = band(fabric, [
    [32, ground + 1, 'corner'], [42, ground - 24], [62, ground - 36], [88, ground - 42], [98, ground - 24],
    [98, ground - 4, 'corner'],
  ])
  const second =
    strap(fabric, [[112, ground - 10], [104, ground - 38], [112, ground - 58]], width)
    + strap(fabric, [[84, ground - 34], [112, ground - 58], [146, ground - rise * 0.36]], width)
  const rising = strap(fabric, [[84, ground - 40], [140, height * 0.46], [198, ankleTop + 26]], width * 0.8)
  const colour = random.choose([fabric.dark, '#4a3a2e', '#2f2b2a', '#6d5440'])
  const front = random.choose([toe, toe + rising, toe + second, toe + second + rising])
  const svg =
    solid(heelShape(kind, height, rise, thickness), colour)
    + solid(platform, colour)
    + front
    + counter
    + loop
    + buckle(fabric, 204, ankleTop + 24)
  return { svg, width: 280, height }
}
