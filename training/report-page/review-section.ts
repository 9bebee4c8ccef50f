// What can be answered at which error in; the section in which a user chooses, out.
import { readFileSync } from 'node:fs'
import * as Plot from '@observablehq/plot'
import type { CoveragePoint } from '../evaluation/coverage'
import type { ReviewChoice } from '../evaluation/review-figures'
import { drawPlot } from '../pages/draw-plot'
import { figure } from '../pages/figure'
import { percent, thousands } from '../pages/format-number'
import { html, trusted, type Html } from '../pages/html'
import { numberTable } from '../pages/number-table'
import type { PageSection } from '../pages/page'
import type { ReportData } from './report-data'

export const chooserScript = readFileSync(new URL('./choose-error.js', import.meta.url), 'utf8')

/** Errors that people ask for. */
const usualErrors = [0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05]

function coveragePlot({ review, evaluation }: ReportData) {
  const points = review.curve.map(({ coverage, error }) => ({ coverage: 100 * coverage, accuracy: 100 * (1 - error) }))
  return drawPlot({
    label: 'Accuracy of the answers against the share of pictures that are answered',
    height: 320,
    marginBottom: 40,
    x: { label: 'answered, % of the pictures', domain: [0, 100], grid: true },
    y: { label: 'right, % of the answers', grid: true, nice: true },
    marks: [
      Plot.ruleY([100 * evaluation.accuracy], { stroke: 'var(--cool)', strokeDasharray: '4 4' }),
      Plot.lineY(points, { x: 'coverage', y: 'accuracy', stroke: 'var(--accent)', strokeWidth: 2.5 }),
    ],
  })
}

const choiceRow = ({ allowedError, coverage, answered, wrong, review, threshold }: ReviewChoice) => [
  percent(allowedError, 1),
  `${thousands(answered)} (${percent(coverage, 1)})`,
  thousands(wrong),
  thousands(review),
  threshold.toFixed(4),
]

/** Hidden until its script runs; the table says the same without it. */
function chooser(choices: readonly ReviewChoice[]): Html {
  const start = Math.max(
    0,
    choices.findIndex(({ allowedError }) => allowedError === 0.01),
  )
  return html`<div class="chooser" hidden>
<label for="accepted-error">I accept so many wrong answers</label>
<input id="accepted-error" type="range" min="0" max="${choices.length - 1}" value="${start}">
<output id="accepted-error-outcome" for="accepted-error"></output>
<script type="application/json" id="review-choices">${trusted(JSON.stringify(choices))}</script>
</div>`
}

export function reviewSection(data: ReportData): PageSection {
  const { choices, curve, areaUnderRiskCoverage } = data.review
  const usual = choices.filter(({ allowedError }) => usualErrors.includes(allowedError))
  const table = numberTable(
    ['wrong at most', 'answered', 'of them wrong', 'to review', 'score from'],
    usual.map(choiceRow),
    'What is answered, and what goes to a review pile',
  )
  return {
    id: 'review',
    title: 'Review pile',
    content: [
      figure({
        beside: true,
        title: 'Answer what is sure, put the rest aside',
        text:
          'Pictures are answered in the order of their score; the unsure ones are for a person. Dashed: all. ' +
          `Area under the risk-coverage curve: ${areaUnderRiskCoverage.toFixed(5)} (lower is better).`,
        drawing: coveragePlot(data),
        numbers: { titles: ['answered', 'wrong', 'score from'], rows: curve.filter(isTenth).map(curveRow) },
      }),
      figure({
        title: 'How many wrong answers do you accept?',
        text: 'An answer is given from the score in the last column on: the option scoreThreshold of classify.',
        drawing: html`${choices.length === 0 ? '' : chooser(choices)}${table}`,
      }),
    ],
  }
}

const isTenth = (_: unknown, index: number, { length }: { readonly length: number }) =>
  index % 10 === 9 || index === length - 1

const curveRow = ({ coverage, error, threshold }: CoveragePoint) => [
  percent(coverage, 1),
  percent(error),
  threshold.toFixed(4),
]
