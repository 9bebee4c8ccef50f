// Points on a foot come in, the straps, bands and soles of a sandal go out.
import type { Fabric } from '../fabric'
import { dot, fill, line } from '../markup'
import type { Point } from '../outline'
import { closedCurve, curve } from '../outline'

export function strap(fabric: Fabric, points: Point[], width: number): string {
  const path = curve(points)
  const [first, ...rest] = points
  const lit = curve([[first[0], first[1] - width * 0.2], ...rest.map(([x, y]): Point => [x, y - width * 0.2])])
  return (
    line(path, fabric.deep, width + 1.6) + line(path, fabric.base, width) + line(lit, fabric.light, width * 0.3, 0.5)
  )
}

export const buckle = (fabric: Fabric, x: number, y: number) => dot(x, y, 5, '#bdb6a4') + dot(x, y, 2.6, fabric.deep)

export function solid(path: string, colour: string): string {
  return fill(path, colour) + fill(path, 'url(#gloss)') + line(path, '#2b2725', 1.2, 0.8)
}

// Seen from the side, a band over the foot is a shape that stands on the sole.
export function band(fabric: Fabric, points: Point[]): string {
  const outline = closedCurve(points)
  return fill(outline, fabric.base) + fill(outline, 'url(#gloss)') + line(outline, fabric.deep, 1.6, 0.9)
}
