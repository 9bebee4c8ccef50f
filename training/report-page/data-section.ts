// How many pictures a class has and some of them in; the section about the data out.
import * as Plot from '@observablehq/plot'
import { drawPlot } from '../pages/draw-plot'
import { figure } from '../pages/figure'
import { thousands } from '../pages/format-number'
import { html } from '../pages/html'
import type { PageSection } from '../pages/page'
import type { ReportData, ReportPictures } from './report-data'

const parts = [
  ['training', 'var(--series-1)'],
  ['validation', 'var(--series-2)'],
  ['test', 'var(--series-3)'],
] as const

function balancePlot({ balance, split }: ReportData) {
  const shown = split === 'test' ? parts : parts.slice(0, 2)
  const rows = balance.flatMap(({ label, training, validation, evaluated }) => {
    const counts = { training, validation, test: evaluated }
    return shown.map(([part]) => ({ label, part, count: counts[part] }))
  })
  return html`<ul class="legend">
${shown.map(([part, colour]) => html`<li style="--colour:${colour}">${part}</li>`)}</ul>
${drawPlot({
  label: 'Pictures of each class',
  height: 320,
  marginLeft: 82,
  marginBottom: 40,
  x: { label: 'pictures', grid: true },
  y: { label: null, domain: balance.map(({ label }) => label) },
  color: { domain: shown.map(([part]) => part), range: shown.map(([, colour]) => colour) },
  marks: [Plot.barX(rows, { y: 'label', x: 'count', fill: 'part', insetTop: 2, insetBottom: 2 })],
})}`
}

export function dataSection(data: ReportData, pictures: ReportPictures): PageSection {
  const { balance, samples, split } = data
  const titles = ['class', 'training', 'validation', ...(split === 'test' ? ['test'] : [])]
  const rows = balance.map(({ label, training, validation, evaluated }) => [
    label,
    thousands(training),
    thousands(validation),
    ...(split === 'test' ? [thousands(evaluated)] : []),
  ])
  return {
    id: 'data',
    title: 'Data',
    content: [
      figure({
        beside: true,
        title: 'Class balance',
        text: 'Fashion-MNIST by Zalando (MIT licence): 60,000 pictures to learn and choose from, 10,000 to measure on.',
        drawing: balancePlot(data),
        numbers: { titles, rows },
      }),
      figure({
        title: 'A look at the training pictures',
        text: 'Drawn by a fixed seed, twelve of each class.',
        drawing: html`<div class="rows">${samples.map(
          (indices, label) => html`<div><h4>${balance[label].label}</h4>
<ul class="pictures plain">${indices.map(
            (index) => html`<li><img src="${pictures.training(index)}" width="28" height="28"
alt="${balance[label].label}" title="Training picture ${index}"></li>`,
          )}</ul></div>`,
        )}</div>`,
      }),
    ],
  }
}
