// The figures of each class in; the section that shows which kinds of clothing are told well out.
import * as Plot from '@observablehq/plot'
import { drawPlot } from '../pages/draw-plot'
import { figure } from '../pages/figure'
import { percent, percentRange, thousands } from '../pages/format-number'
import { html } from '../pages/html'
import { numberTable, type Cell } from '../pages/number-table'
import type { PageSection } from '../pages/page'
import type { ReportData } from './report-data'

const shareCell = (share: number | null): Cell =>
  share === null
    ? 'none'
    : html`${percent(share)}<span class="bar" style="--share:${(100 * share).toFixed(1)}%" aria-hidden="true"></span>`

function classTable({ classes, means, evaluation }: ReportData) {
  const mean = (name: string, { precision, recall, f1 }: ReportData['means']['macro']): Cell[] => [
    name,
    shareCell(precision),
    shareCell(recall),
    shareCell(f1),
    thousands(evaluation.pictures),
  ]
  const rows = classes.map(({ label, precision, recall, f1, support }): Cell[] => [
    label,
    shareCell(precision),
    shareCell(recall),
    shareCell(f1),
    thousands(support),
  ])
  return numberTable(
    ['class', 'precision', 'recall', 'F1', 'pictures'],
    [...rows, mean('macro mean', means.macro), mean('weighted mean', means.weighted)],
    'Precision, recall and F1 of each class',
  )
}

function recallPlot({ classes, evaluation }: ReportData) {
  const rows = [...classes]
    .sort((one, other) => (one.recall ?? 0) - (other.recall ?? 0))
    .map((figures) => ({
      label: figures.label,
      recall: 100 * (figures.recall ?? 0),
      low: 100 * figures.recallInterval[0],
      high: 100 * figures.recallInterval[1],
    }))
  return drawPlot({
    label: 'Recall of each class with its 95 % interval',
    height: 340,
    marginLeft: 82,
    marginBottom: 40,
    x: { label: 'recall, %', grid: true, nice: true },
    y: { label: null, domain: rows.map(({ label }) => label) },
    marks: [
      Plot.ruleX([100 * evaluation.accuracy], { stroke: 'var(--cool)', strokeDasharray: '4 4' }),
      Plot.ruleY(rows, {
        y: 'label',
        x1: 'low',
        x2: 'high',
        stroke: 'var(--accent)',
        strokeWidth: 3,
        strokeOpacity: 0.45,
      }),
      Plot.dot(rows, { y: 'label', x: 'recall', r: 5, fill: 'var(--accent)' }),
    ],
  })
}

export function classesSection(data: ReportData): PageSection {
  const recallNumbers = data.classes.map(({ label, recall, recallInterval }) => [
    label,
    percent(recall ?? 0),
    percentRange(recallInterval),
  ])
  return {
    id: 'classes',
    title: 'Classes',
    content: [
      html`<p>Precision: of the pictures that were called so, how many are. Recall: of those that are, how many were
called so. F1 is their harmonic mean.</p>`,
      figure({
        beside: true,
        title: 'Which classes are told well',
        text: 'Recall of each class, weakest first, with its 95 % Wilson interval. Dashed: the accuracy over all.',
        drawing: recallPlot(data),
        numbers: { titles: ['class', 'recall', '95 % interval'], rows: recallNumbers },
      }),
      figure({ title: 'All figures', text: 'The macro mean counts every class alike.', drawing: classTable(data) }),
    ],
  }
}
