// Points come in, the `d` attribute of a smooth SVG path through them goes out.

/** A point of an outline; the line breaks its direction at a corner and is smooth elsewhere. */
export type Point = readonly [x: number, y: number, kind?: 'corner']

const format = (value: number) => String(Math.round(value * 100) / 100)
const pair = (x: number, y: number) => `${format(x)} ${format(y)}`

// Where a Bezier control point lies that leaves `at` towards `towards`, with `behind` on the other side of `at`.
function control(at: Point, towards: Point, behind: Point | undefined): string {
  const deltaX = towards[0] - at[0]
  const deltaY = towards[1] - at[1]
  if (at[2] === 'corner' || behind === undefined) return pair(at[0] + deltaX / 3, at[1] + deltaY / 3)
  const tangentX = towards[0] - behind[0]
  const tangentY = towards[1] - behind[1]
  const reach = Math.hypot(deltaX, deltaY) / (3 * Math.max(Math.hypot(tangentX, tangentY), 1e-6))
  return pair(at[0] + tangentX * reach, at[1] + tangentY * reach)
}

/** An open curve through the points, from the first to the last. */
export function curve(points: readonly Point[]): string {
  const segments = points.slice(1).map((end, index) => {
    const start = points[index]
    const leave = control(start, end, points[index - 1])
    const arrive = control(end, start, points[index + 2])
    return `C${leave} ${arrive} ${pair(end[0], end[1])}`
  })
  return `M${pair(points[0][0], points[0][1])}${segments.join('')}`
}

/** A closed curve through the points and back to the first. */
export function closedCurve(points: readonly Point[]): string {
  const at = (index: number) => points[(index + points.length) % points.length]
  const segments = points.map((start, index) => {
    const end = at(index + 1)
    return `C${control(start, end, at(index - 1))} ${control(end, start, at(index + 2))} ${pair(end[0], end[1])}`
  })
  return `M${pair(points[0][0], points[0][1])}${segments.join('')}Z`
}

export const flip = (points: readonly Point[]): Point[] => points.map(([x, y, kind]) => [-x, y, kind])

/** The right half of an outline (first and last point on the axis x = 0) and its mirror image, closed. */
export function mirroredCurve(half: readonly Point[]): string {
  return closedCurve([...half, ...flip(half.slice(1, -1)).reverse()])
}

/** Straight lines through the points, closed. */
export const polygon = (points: readonly Point[]): string => `M${points.map(([x, y]) => pair(x, y)).join('L')}Z`
