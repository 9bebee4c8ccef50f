// Random draws come in, a low sneaker from the side with its toe to the left goes out.
import type { Fabric } from '../fabric'
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import { clipped, dot, fill, line, rectangle, spread, stitches } from '../markup'
import type { Point } from '../outline'
import { closedCurve, curve } from '../outline'
import type { Random } from '../random'
import { cloth } from '../shading'
import type { GarmentDrawing } from './garment-drawing'

function upper(height: number, toeHeight: number): Point[] {
  const at = (share: number) => height * share
  return [
    [3, height - 18, 'corner'], [7, height - 16 - toeHeight * 0.6], [32, height - 20 - toeHeight], [72, at(0.46)],
    [106, at(0.24)], [134, at(0.04)], [148, 0, 'corner'], [160, at(0.2)], [198, at(0.3)], [238, at(0.2)],
    [262, at(0.02)], [271, at(0.06), 'corner'], [270, at(0.4)], [276, height - 18, 'corner'],
  ]
}

function laces(fabric: Fabric, height: number, count: number): string {
  const rows = spread(0, 1, count).map((share) => {
    const x = 84 + share * 48
    const y = height * (0.36 - share * 0.3)
    return (
      line(
        curve([[x, y], [x + 17, y + height * 0.13]]),
        fabric.light,
        4.6,
      ) + dot(x + 19, y + height * 0.15, 2.2, fabric.deep)
    )
  })
  return rows.join('')
}

function sideDecoration(random: Random, fabric: Fabric, height: number): string {
  const kind = random.choose(['stripes', 'wave', 'panel', 'plain'] as const)
  const stripe = (x: number) =>
    line(curve([[x, height * 0.36], [x - 17, height - 20]]), fabric.contrast, 7, 0.85)
  const wave = curve([[96, height * 0.74], [142, height * 0.5], [184, height * 0.64], [228, height * 0.38]])
  return {
    stripes: [134, 152, 170, 188].map(stripe).join(''),
    wave: line(wave, fabric.contrast, 8, 0.8),
    panel: line(
      curve([[118, height - 18], [150, height * 0.55], [196, height * 0.34]]),
      fabric.contrast,
      12,
      0.6,
    ),
    plain: '',
  }[kind]
}

function sole(random: Random, height: number, thickness: number): string {
  const top = height - thickness
  const outline = closedCurve([
    [0, top - 4, 'corner'], [60, top + 3], [160, top + 2], [230, top - 2], [280, top - 6, 'corner'],
    [279, height - 5], [270, height, 'corner'], [150, height], [26, height], [6, height - 7],
  ])
  const colour = random.choose(['#c9c7c0', '#b9b5aa', '#8b8781', '#57534f', '#d4d2cc'])
  const tread = spread(24, 262, 22)
    .map((x) =>
      line(curve([[x, height - 4], [x + 3, height]]), '#3a3836', 2, 0.6),
    )
    .join('')
  const band = line(
    curve([[0, height - thickness * 0.45], [140, height - thickness * 0.4], [280, height - thickness * 0.5]]),
    '#45423f',
    2.2,
    0.6,
  )
  return (
    fill(outline, colour)
    + clipped('sole', outline, tread + band + fill(outline, 'url(#gloss)'))
    + line(outline, '#4b4845', 1.3, 0.8)
  )
}

export function drawSneaker(random: Random): GarmentDrawing {
  const fabric = chooseFabric(random, [DARK, DARK, MIDDLE, LIGHT])
  const height = random.uniform(106, 136)
  const outline = closedCurve(upper(height, random.uniform(24, 33)))
  const toeCap = line(curve([[66, height * 0.5], [56, height * 0.7], [62, height - 16]]), fabric.deep, 1.8, 0.8)
  const heel =
    line(curve([[236, height * 0.18], [232, height * 0.55], [246, height - 18]]), fabric.deep, 1.8, 0.8)
    + fill(closedCurve([[242, height * 0.2], [276, 0], [282, height], [250, height]]), fabric.dark, 0.6)
  const eyestay =
    fill(
      closedCurve([
        [80, height * 0.42, 'corner'], [142, height * 0.02, 'corner'], [160, height * 0.22, 'corner'],
        [106, height * 0.58, 'corner'],
      ]),
      fabric.dark,
      0.65,
    )
    + stitches(curve([[106, height * 0.6], [162, height * 0.28], [238, height * 0.28]]), fabric.light, 0.7)
  const inside = [
    sideDecoration(random, fabric, height),
    toeCap, heel, eyestay,
    laces(fabric, height, random.choose([4, 5, 6])),
  ].join('')
  const lining = fill(
    closedCurve([
      [147, 2], [166, height * 0.12], [234, height * 0.12], [264, 2, 'corner'], [236, height * 0.3],
      [176, height * 0.34],
    ]),
    fabric.deep,
  )
  const tab = rectangle(266, height * 0.04, 7, height * 0.2, fabric.contrast, 0.8)
  const svg =
    lining
    + cloth('upper', outline, fabric, inside, { shade: 'gloss' })
    + tab
    + sole(random, height, random.uniform(18, 28))
  return { svg, width: 280, height }
}
