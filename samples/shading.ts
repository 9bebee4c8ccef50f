// An outline and a fabric come in, the shaded and folded cloth as SVG goes out.
import type { Fabric } from './fabric'
import { clipped, fill, line } from './markup'
import { curve } from './outline'
import type { Random } from './random'

const stop = (offset: number, colour: string, opacity: number) =>
  `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`

/** Gradients and blurs that every garment refers to. */
export const SHARED_DEFINITIONS = [
  '<defs><filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="3.4"/></filter>',
  '<linearGradient id="side-shade">',
  stop(0, '#000', 0.26),
  stop(0.2, '#000', 0.03),
  stop(0.42, '#fff', 0.13),
  stop(0.7, '#000', 0.02),
  stop(1, '#000', 0.3),
  '</linearGradient><linearGradient id="fall-shade" x2="0" y2="1">',
  stop(0, '#fff', 0.14),
  stop(0.35, '#fff', 0),
  stop(0.7, '#000', 0.02),
  stop(1, '#000', 0.22),
  '</linearGradient><linearGradient id="gloss" x2="0" y2="1">',
  stop(0, '#fff', 0.3),
  stop(0.3, '#fff', 0.06),
  stop(0.55, '#000', 0),
  stop(1, '#000', 0.3),
  '</linearGradient></defs>',
].join('')

export interface ClothOptions {
  shade?: 'side-shade' | 'fall-shade' | 'gloss'
  patterned?: boolean
}

/** A piece of cloth: fabric, pattern, what lies on it (`inside`, clipped to the outline), shade, edge. */
export function cloth(name: string, path: string, fabric: Fabric, inside = '', options: ClothOptions = {}): string {
  const { shade = 'side-shade', patterned = true } = options
  const pattern = patterned && fabric.definition !== '' ? fill(path, 'url(#fabric-pattern)') : ''
  const content = pattern + inside + fill(path, `url(#${shade})`)
  return fill(path, fabric.base) + clipped(name, path, content) + line(path, fabric.deep, 1.4, 0.75)
}

/** Soft dark folds with a lit side, each from one point to another. */
export function fold(
  random: Random,
  fabric: Fabric,
  from: readonly [number, number],
  to: readonly [number, number],
): string {
  const bend = random.uniform(-7, 7)
  const path = (shift: number) =>
    curve([
      [from[0] + shift, from[1]], [(from[0] + to[0]) / 2 + shift + bend, (from[1] + to[1]) / 2],
      [to[0] + shift, to[1]],
    ])
  const depth = random.uniform(0.22, 0.42)
  const dark = line(path(0), fabric.deep, random.uniform(3, 7), depth)
  return `<g filter="url(#soft)">${dark}${line(path(6), fabric.light, 4, depth * 0.9)}</g>`
}

/** Falling folds over a body of cloth from `top` to `bottom`, within `half` of the axis x = 0. */
export function fallingFolds(
  random: Random,
  fabric: Fabric,
  count: number,
  half: number,
  top: number,
  bottom: number,
): string {
  return Array.from({ length: count }, () => {
    const x = random.uniform(-half, half)
    const start = random.uniform(top, top + (bottom - top) * 0.35)
    return fold(
      random,
      fabric,
      [x, start], [x * random.uniform(1, 1.25), random.uniform(start + (bottom - start) * 0.6, bottom)],
    )
  }).join('')
}
