// The marks and scales of a plot in; its drawing, once for a wide page and once for a phone, out.
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { html, trusted, type Html } from './html'

/** A plot is drawn anew for each width, so that its letters have the size of the page's. */
const widths = { wide: 700, half: 500, narrow: 340 } as const

const { document } = parseHTML('<!doctype html><html><body></body></html>')

export interface PlotDrawing extends Omit<Plot.PlotOptions, 'width' | 'document' | 'title' | 'caption' | 'ariaLabel'> {
  /** What a screen reader says of it. The numbers themselves stand in a table below. */
  readonly label: string
  readonly height?: number
  /** One of two side by side. */
  readonly half?: boolean
}

function draw({ label, half: _, ...options }: PlotDrawing, size: keyof typeof widths): Html {
  const svg = Plot.plot({
    marginTop: 28,
    marginLeft: 48,
    marginRight: 16,
    ...options,
    document: document as unknown as Plot.PlotOptions['document'],
    width: widths[size],
    ariaLabel: label,
    style: { fontSize: '12px', background: 'none', overflow: 'visible' },
  })
  svg.setAttribute('role', 'img')
  // the parts of a picture have no names of their own
  for (const part of svg.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label')
  return trusted(svg.outerHTML)
}

export function drawPlot(drawing: PlotDrawing): Html {
  return html`<div class="plot"><div class="wide">${draw(drawing, drawing.half ? 'half' : 'wide')}</div>
<div class="narrow">${draw(drawing, 'narrow')}</div></div>`
}
