// Named series over epochs in; one plot of all of them, each with its colour and its dashes, out.
import * as Plot from '@observablehq/plot'
import { drawPlot } from './draw-plot'
import { html, type Html } from './html'

export interface Curve {
  readonly name: string
  readonly points: readonly CurvePoint[]
}

export interface CurvePoint {
  readonly epoch: number
  readonly value: number
}

export interface CurveScale {
  readonly label: string
  /** 'log' where the values fall by orders of magnitude. */
  readonly type?: 'linear' | 'log'
  /** One of two plots side by side. */
  readonly half?: boolean
}

/** Colours of page.css; where there are more curves the next round is dashed. */
const colours = 12

export const curveColour = (index: number): string => `var(--series-${(index % colours) + 1})`
export const curveDashes = (index: number): boolean => Math.floor(index / colours) % 2 === 1

/** Which line is whose; the same for every plot of the same curves. */
export function curveLegend(names: readonly string[]): Html {
  return html`<ul class="legend">${names.map(
    (name, index) =>
      html`<li class="${curveDashes(index) ? 'dashed' : ''}" style="--colour:${curveColour(index)}">${name}</li>`,
  )}</ul>`
}

export function drawCurves(curves: readonly Curve[], { label, type = 'linear', half }: CurveScale): Html {
  const few = (points: readonly CurvePoint[]) => points.length <= 30
  return drawPlot({
    label: `${label} over the epochs`,
    height: 320,
    half,
    marginBottom: 40,
    x: { label: 'epoch', grid: true },
    y: { label, type, grid: true, nice: type === 'linear', ...(type === 'log' && { tickFormat: '~g', ticks: 5 }) },
    marks: curves.flatMap(({ points }, index) => {
      const look = {
        x: 'epoch',
        y: 'value',
        stroke: curveColour(index),
        strokeDasharray: curveDashes(index) ? '6 4' : undefined,
        className: `curve-${index}`,
      }
      const dots = few(points)
        ? [Plot.dot(points, { x: 'epoch', y: 'value', r: 2.5, fill: curveColour(index), className: `curve-${index}` })]
        : []
      return [Plot.lineY(points, { ...look, strokeWidth: 2 }), ...dots]
    }),
  })
}
