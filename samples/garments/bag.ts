// Random draws come in, a bag with its handle goes out.
import type { Fabric, PatternName } from '../fabric'
import { chooseFabric, DARK, LIGHT, MIDDLE } from '../fabric'
import { dot, fill, line, rectangle, stitches } from '../markup'
import type { Point } from '../outline'
import { closedCurve, curve, mirroredCurve } from '../outline'
import type { Random } from '../random'
import { cloth } from '../shading'
import type { GarmentDrawing } from './garment-drawing'

interface BagMeasures {
  /** Half widths of the body at its top and bottom, and the body's height. */
  top: number
  bottom: number
  height: number
  corner: number
  handleHalf: number
  handleRise: number
  handleWidth: number
}

type BagKind = 'tote' | 'satchel' | 'shoulder' | 'holdall'

function measure(random: Random, kind: BagKind): BagMeasures {
  const draw = random.uniform
  return {
    tote: () => ({
      top: draw(112, 132), bottom: draw(92, 112), height: draw(148, 184), corner: 9, handleHalf: draw(44, 60),
      handleRise: draw(70, 112), handleWidth: draw(8, 11),
    }),
    satchel: () => ({
      top: draw(112, 126), bottom: draw(118, 134), height: draw(134, 172), corner: 15, handleHalf: draw(34, 52),
      handleRise: draw(34, 58), handleWidth: draw(9, 13),
    }),
    shoulder: () => ({
      top: draw(112, 126), bottom: draw(114, 130), height: draw(140, 176), corner: 18, handleHalf: draw(98, 108),
      handleRise: draw(60, 100), handleWidth: draw(6, 9),
    }),
    holdall: () => ({
      top: draw(122, 134), bottom: draw(128, 138), height: draw(122, 150), corner: 30, handleHalf: draw(48, 64),
      handleRise: draw(44, 66), handleWidth: draw(9, 12),
    }),
  }[kind]()
}

const bodyOutline = ({ top, bottom, height, corner }: BagMeasures) =>
  mirroredCurve([
    [0, 2], [top - corner, 0], [top, corner], [(top + bottom) / 2 + 3, height / 2], [bottom, height - corner],
    [bottom - corner, height - 1], [0, height],
  ])

function handle(fabric: Fabric, measures: BagMeasures, inset: number, colour: string): string {
  const { handleHalf, handleRise, handleWidth } = measures
  const half = handleHalf - inset
  const arch: Point[] = [
    [-half, 14], [-half + 3, -handleRise * 0.55], [-half * 0.55, -handleRise * 0.95],
    [half * 0.55, -handleRise * 0.95], [half - 3, -handleRise * 0.55], [half, 14],
  ]
  const path = curve(arch)
  return (
    line(path, fabric.deep, handleWidth + 1.6)
    + line(path, colour, handleWidth)
    + line(path, fabric.light, handleWidth * 0.25, 0.6)
  )
}

const fittings = (measures: BagMeasures) =>
  [-1, 1]
    .map((side) => {
      const x = side * measures.handleHalf
      return rectangle(x - 6, 4, 12, 18, '#8f8468') + dot(x, 13, 3.2, '#d9cfae')
    })
    .join('')

function flap(fabric: Fabric, { top, height }: BagMeasures): string {
  const outline = closedCurve([
    [-top - 4, -4, 'corner'], [top + 4, -4, 'corner'], [top - 4, height * 0.42], [0, height * 0.56],
    [-top + 4, height * 0.42],
  ])
  const lock = rectangle(-9, height * 0.48, 18, 20, '#a99a6d') + dot(0, height * 0.48 + 9, 3, '#4d4630')
  return (
    fill(outline, fabric.light, 0.3)
    + line(outline, fabric.deep, 2.4, 0.85)
    + stitches(curve([[-top, height * 0.38], [0, height * 0.51], [top, height * 0.38]]), fabric.light, 0.8)
    + lock
  )
}

function zipAndPocket(fabric: Fabric, { top, bottom, height }: BagMeasures): string {
  const zip = curve([[-top + 8, 17], [top - 8, 17]])
  const pocket = closedCurve([
    [-bottom * 0.66, height * 0.42, 'corner'], [bottom * 0.66, height * 0.42, 'corner'],
    [bottom * 0.64, height * 0.86], [-bottom * 0.64, height * 0.86],
  ])
  return (
    line(zip, fabric.deep, 5, 0.9)
    + stitches(zip, '#cfcabb', 0.9)
    + fill(pocket, fabric.dark, 0.35)
    + line(pocket, fabric.deep, 1.8, 0.8)
    + rectangle(-top + 14, 15, 5, 16, '#cfcabb')
  )
}

const panels = (fabric: Fabric, { handleHalf, bottom, height }: BagMeasures) =>
  [-1, 1]
    .map(
      (side) =>
        line(curve([[side * handleHalf, 0], [side * handleHalf, height]]), fabric.dark, 12, 0.85)
        + stitches(curve([[side * handleHalf + 7, 0], [side * handleHalf + 7, height]]), fabric.light, 0.7),
    )
    .join('')
  + line(curve([[-bottom, height - 26], [0, height - 22], [bottom, height - 26]]), fabric.deep, 2, 0.7)

export function drawBag(random: Random): GarmentDrawing {
  const kind = random.choose<BagKind>(['tote', 'satchel', 'shoulder', 'holdall'])
  const patterns: PatternName[] =
    kind === 'tote' ? ['plain', 'plain', 'stripes', 'checks'] : ['plain', 'plain', 'plain', 'dots']
  const fabric = chooseFabric(random, [DARK, DARK, MIDDLE, LIGHT], patterns)
  const measures = measure(random, kind)
  const detail = { tote: panels, satchel: flap, shoulder: flap, holdall: zipAndPocket }[kind]
  const seam = stitches(
    curve([
      [-measures.bottom + 8, measures.height - 8], [0, measures.height - 7],
      [measures.bottom - 8, measures.height - 8],
    ]),
    fabric.light,
    0.6,
  )
  const inside = detail(fabric, measures) + seam
  const rear =
    kind === 'shoulder' ? '' : handle(fabric, { ...measures, handleRise: measures.handleRise * 0.86 }, 7, fabric.deep)
  const body = cloth('body', bodyOutline(measures), fabric, inside, {
    shade: random.choose(['side-shade', 'fall-shade', 'gloss']),
  })
  const svg = fabric.definition + rear + body + handle(fabric, measures, 0, fabric.dark) + fittings(measures)
  return { svg, width: 2 * measures.bottom, height: measures.height + measures.handleRise }
}
