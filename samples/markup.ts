// Paths and colours come in, SVG elements as text go out.

export const fill = (path: string, colour: string, opacity = 1): string =>
  `<path d="${path}" fill="${colour}" fill-opacity="${opacity.toFixed(2)}"/>`

export function line(path: string, colour: string, width: number, opacity = 1, extra = ''): string {
  const stroke = `stroke="${colour}" stroke-width="${width.toFixed(2)}" stroke-opacity="${opacity.toFixed(2)}"`
  return `<path d="${path}" fill="none" ${stroke} stroke-linecap="round" stroke-linejoin="round" ${extra}/>`
}

export const stitches = (path: string, colour: string, opacity = 0.6): string =>
  line(path, colour, 1.1, opacity, 'stroke-dasharray="3.2 2.2"')

export const dot = (x: number, y: number, radius: number, colour: string, opacity = 1): string => {
  const place = `cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${radius.toFixed(2)}"`
  return `<circle ${place} fill="${colour}" fill-opacity="${opacity.toFixed(2)}"/>`
}

export const rectangle = (x: number, y: number, width: number, height: number, colour: string, opacity = 1): string => {
  const place = `x="${x.toFixed(2)}" y="${y.toFixed(2)}" width="${width.toFixed(2)}" height="${height.toFixed(2)}"`
  return `<rect ${place} rx="1.5" fill="${colour}" fill-opacity="${opacity.toFixed(2)}"/>`
}

export const clipped = (name: string, path: string, content: string): string =>
  `<clipPath id="${name}"><path d="${path}"/></clipPath><g clip-path="url(#${name})">${content}</g>`

/** `count` values from `first` to `last`, both included. */
export const spread = (first: number, last: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + ((last - first) * index) / Math.max(count - 1, 1))
