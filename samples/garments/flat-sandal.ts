// Random draws come in, a flat sandal with its toe to the left goes out.
import type { Fabric } from '../fabric'
import { line, stitches } from '../markup'
import { closedCurve, curve } from '../outline'
import type { Random } from '../random'
import type { GarmentDrawing } from './garment-drawing'
import { band, buckle, solid, strap } from './strap'

/** The straps of a flat sandal stand on the sole at `top` and end on a line that rises from the toes to the ankle. */
function flatStraps(random: Random, fabric: Fabric, top: number, width: number): string {
  const instep = (x: number) => top * (0.72 - 0.0021 * x)
  const bar = (x: number, lean: number) =>
    strap(
      fabric,
      [[x, top + 2], [x + lean * 0.3, (top + instep(x + lean)) / 2], [x + lean, instep(x + lean)]],
      width,
    )
  const ridge = (from: number, to: number) =>
    strap(
      fabric,
      [[from, instep(from)], [(from + to) / 2, instep((from + to) / 2) - 2], [to, instep(to)]],
      width * 0.8,
    )
  const wide = band(fabric, [
    [54, top + 3, 'corner'], [68, instep(76) + 8], [92, instep(92)], [158, instep(158)], [176, instep(160) + 16],
    [170, top + 3, 'corner'],
  ])
  const toe = band(fabric, [
    [36, top + 4, 'corner'], [46, instep(50) + 10], [66, instep(66)], [84, instep(84)], [88, top + 3, 'corner'],
  ])
  const ankle = strap(
    fabric,
    [[150, top], [176, instep(186) + 10], [206, instep(232)], [262, width / 2 + 6]],
    width * 0.9,
  )
  const heel = strap(fabric, [[256, top - 6], [269, top * 0.5], [262, width / 2 + 6]], width)
  const back = ankle + heel + buckle(fabric, 208, instep(232) + 1)
  const crossed = bar(46, 34) + bar(84, 34) + bar(134, -42) + bar(138, 30) + ridge(80, 172)
  return random.choose([
    wide
      + line(curve([[112, instep(112)], [120, top]]), fabric.deep, 2, 0.7),
    toe + back,
    toe + bar(106, 34) + back,
    crossed + back,
    toe + crossed + back,
    strap(fabric, [[50, top], [92, instep(100)], [140, instep(120)], [172, top - 2]], width * 1.2),
  ])
}

export function flatSandal(random: Random, fabric: Fabric): GarmentDrawing {
  const height = random.uniform(88, 128)
  const thickness = random.uniform(14, 24)
  const top = height - thickness
  const footbed = closedCurve([
    [2, top - 7, 'corner'], [40, top], [120, top - 1], [190, top - 7], [278, top - 10, 'corner'], [277, height - 6],
    [262, height, 'corner'], [180, height - 3], [110, height], [24, height], [5, height - 8],
  ])
  const sole = solid(footbed, random.choose(['#4a3a2e', '#6d5440', '#33302e', '#7c6a58', fabric.dark]))
  const welt = stitches(
    curve([[12, height - thickness * 0.5], [140, height - thickness * 0.5], [268, height - thickness * 0.55]]),
    '#d8cfc0',
    0.6,
  )
  return { svg: sole + welt + flatStraps(random, fabric, top, random.uniform(10, 15)), width: 280, height }
}
