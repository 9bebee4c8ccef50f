// The weights of the first convolution in; the section that shows them as pictures out.
import { figure } from '../pages/figure'
import { html, type Html } from '../pages/html'
import type { PageSection } from '../pages/page'
import type { Kernels } from './report-data'

/** One filter; several input channels lie side by side. Orange is positive, blue negative, grey zero. */
function drawKernel(values: readonly number[], [channels, height, width]: readonly number[], index: number): Html {
  const most = Math.max(...values.map(Math.abs), Number.MIN_VALUE)
  const squares = values.map((value, place) => {
    const x = (place % width) + Math.floor(place / (width * height)) * width
    const y = Math.floor(place / width) % height
    const share = Math.round((100 * Math.abs(value)) / most)
    const colour = value < 0 ? 'var(--cool)' : 'var(--accent)'
    const fill = `color-mix(in oklab, ${colour} ${share}%, var(--sunken))`
    return html`<rect x="${x}" y="${y}" width="1.02" height="1.02" style="fill:${fill}"/>`
  })
  const numbers = values.map((value) => value.toFixed(2)).join(', ')
  const name = `Filter ${index + 1}: ${numbers}`
  return html`<li><svg viewBox="0 0 ${width * channels} ${height}" role="img" aria-label="${name}">
<title>${name}</title>${squares}</svg></li>`
}

export function networkSection({ shape, values }: Kernels): PageSection {
  const [filters, ...rest] = shape
  const size = rest.reduce((product, side) => product * side, 1)
  const kernels = Array.from({ length: filters }, (_, index) =>
    drawKernel(values.slice(index * size, (index + 1) * size), rest, index),
  )
  return {
    id: 'network',
    title: 'Network',
    content: [
      figure({
        title: 'Kernels of the first layer',
        text:
          `The ${filters} filters of ${rest[1]} x ${rest[2]} that see a picture first, as the file has them: orange ` +
          'adds, blue takes away, each scaled by its own largest weight.',
        drawing: html`<ul class="kernels">${kernels}</ul>`,
      }),
    ],
  }
}
