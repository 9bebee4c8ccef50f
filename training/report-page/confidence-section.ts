// The bins of a calibration diagram in; the section that shows whether a score means what it says out.
import * as Plot from '@observablehq/plot'
import { drawPlot } from '../pages/draw-plot'
import { figure } from '../pages/figure'
import { percent, percentRange } from '../pages/format-number'
import { html } from '../pages/html'
import type { PageSection } from '../pages/page'
import type { ReportData } from './report-data'

function calibrationPlot({ calibration }: ReportData) {
  const bins = calibration.bins.map(({ confidence, accuracy }) => ({
    confidence: 100 * confidence,
    accuracy: 100 * accuracy,
  }))
  const least = Math.floor(Math.min(...bins.flatMap(({ confidence, accuracy }) => [confidence, accuracy])) / 10) * 10
  return drawPlot({
    label: 'Share of right answers against mean score, in 15 bins of equally many pictures',
    half: true,
    height: 360,
    marginBottom: 40,
    x: { label: 'mean score, %', domain: [least, 100], grid: true },
    y: { label: 'right, %', domain: [least, 100], grid: true },
    marks: [
      Plot.line(
        [
          [least, least],
          [100, 100],
        ],
        { stroke: 'var(--cool)', strokeDasharray: '4 4' },
      ),
      Plot.ruleX(bins, {
        x: 'confidence',
        y1: 'confidence',
        y2: 'accuracy',
        stroke: 'var(--accent)',
        strokeOpacity: 0.5,
      }),
      Plot.dot(bins, { x: 'confidence', y: 'accuracy', r: 5, fill: 'var(--accent)' }),
    ],
  })
}

/** Most bins lie near 100 %, so how far each is off is drawn by its number. */
function gapPlot({ calibration }: ReportData) {
  const gaps = calibration.bins.map(({ confidence, accuracy }, index) => ({
    bin: index + 1,
    gap: 100 * (accuracy - confidence),
  }))
  return drawPlot({
    label: 'Share of right answers minus mean score, by bin',
    half: true,
    height: 360,
    marginBottom: 40,
    x: { label: 'bin, least sure first', type: 'band' },
    y: { label: 'right minus score, points', grid: true, nice: true },
    marks: [
      Plot.barY(gaps, {
        x: 'bin',
        y: 'gap',
        fill: ({ gap }: { gap: number }) => (gap < 0 ? 'var(--accent)' : 'var(--cool)'),
      }),
      Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
    ],
  })
}

export function confidenceSection(data: ReportData): PageSection {
  const { calibration, evaluation, split } = data
  const { error, interval, bins } = calibration
  const fitted = split === 'validation' ? ' The temperature was fitted on these very pictures.' : ''
  return {
    id: 'confidence',
    title: 'Confidence',
    content: [
      html`<div class="pair">${[
        figure({
          title: 'Does a score of 90 % mean 90 %?',
          text: html`Each dot is a fifteenth of the pictures; on the dashed line scores are exactly what they
say. Expected calibration error ${percent(error)} (bootstrap interval ${percentRange(interval)}; even a
perfect model has one above zero), negative log-likelihood ${evaluation.negativeLogLikelihood.toFixed(4)},
Brier score ${calibration.brierScore.toFixed(4)}.${fitted}`,
          drawing: calibrationPlot(data),
          numbers: {
            titles: ['bin', 'pictures', 'mean score', 'right'],
            rows: bins.map(({ pictures, confidence, accuracy }, index) => [
              index + 1,
              pictures,
              percent(confidence),
              percent(accuracy),
            ]),
          },
        }),
        figure({
          title: 'How far off, and where',
          text: 'The same fifteenths by their number. Orange is too sure of itself, blue not sure enough.',
          drawing: gapPlot(data),
        }),
      ]}</div>`,
    ],
  }
}
