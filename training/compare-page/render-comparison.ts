// A comparison of runs in; its page out.
import { readFileSync } from 'node:fs'
import { curveKinds, type CurveKind } from '../history-curves'
import { curveColour, curveDashes, drawCurves } from '../pages/draw-curves'
import { figure } from '../pages/figure'
import { percent } from '../pages/format-number'
import { html, type Html } from '../pages/html'
import { numberTable, type Cell } from '../pages/number-table'
import { renderPage, type Highlight, type PageSection } from '../pages/page'
import type { ComparedRun, Comparison } from './compare-runs'

const chooserScript = readFileSync(new URL('./choose-runs.js', import.meta.url), 'utf8')

const shown = (value: number | null, text: (value: number) => string): string =>
  value === null ? 'not measured' : text(value)
const loss = (value: number): string => value.toFixed(4)
const points = (difference: number): string => `${difference > 0 ? '+' : ''}${(100 * difference).toFixed(2)}`

function runChoice({ name }: ComparedRun, index: number): Html {
  const dashes = curveDashes(index) ? 'dashed' : ''
  return html`<li class="${dashes}" style="--colour:${curveColour(index)}"><label class="run-choice">
<input type="checkbox" value="${index}" checked disabled> ${name}</label></li>`
}

function curvesSection({ runs }: Comparison): PageSection {
  const texts: Readonly<Record<CurveKind, string>> = {
    validationLoss:
      'Negative log-likelihood of the averaged weights on the validation pictures. Recipes are chosen by it.',
    validationAccuracy: 'Of the averaged weights, on the same 5,000 pictures.',
    loss: 'Mean over an epoch, on pictures changed at random; with stronger changes it is larger.',
    learningRate: 'At the last step of each epoch.',
  }
  const kinds = ['validationLoss', 'validationAccuracy', 'loss', 'learningRate'] as const
  const curveFigure = (kind: CurveKind) => {
    const { title, label } = curveKinds[kind]
    const curves = runs.map(({ name, curves: own }) => ({ name, points: own[kind] }))
    const type = kind === 'loss' || kind === 'validationLoss' ? 'log' : 'linear'
    return figure({ title, text: texts[kind], drawing: drawCurves(curves, { label, type, half: true }) })
  }
  return {
    id: 'curves',
    title: 'Curves',
    content: [
      html`<figure><ul class="legend" aria-label="Runs to show">${runs.map(runChoice)}</ul></figure>`,
      html`<div class="pair">${kinds.map(curveFigure)}</div>`,
    ],
  }
}

function runsSection({ runs, changed }: Comparison): PageSection {
  const rows = runs.map(({ name, epochs, seed, validationLoss, validationAccuracy, settings }): Cell[] => [
    name,
    shown(validationLoss, loss),
    shown(validationAccuracy, percent),
    epochs,
    seed,
    ...changed.filter((key) => key !== 'epochs').map((key) => String(settings[key] ?? 'none')),
  ])
  const titles = ['run', 'NLL', 'accuracy', 'epochs', 'seed', ...changed.filter((key) => key !== 'epochs')]
  return {
    id: 'runs',
    title: 'Runs',
    content: [
      figure({
        title: 'What each came to',
        text: 'On the validation pictures, at the last epoch; best first. Then the settings in which they differ.',
        drawing: numberTable(titles, rows, 'Runs, lowest validation loss first'),
      }),
    ],
  }
}

function effectsSection({ effects }: Comparison): PageSection {
  const rows = effects.map(({ setting, values, runs, validationLoss, validationAccuracy }): Cell[] => [
    setting,
    ...values.map((value) => String(value ?? 'none')),
    runs.join(' and '),
    validationLoss.map(loss).join(' and '),
    validationAccuracy.map((accuracy) => percent(accuracy)).join(' and '),
    points(validationAccuracy[0] - validationAccuracy[1]),
  ])
  return {
    id: 'effects',
    title: 'With and without',
    content: [
      figure({
        title: 'What one setting does',
        text:
          'Runs that differ in this setting and nothing else; means over their seeds, better is the lower loss. ' +
          'A difference below 0.2 points is not called a gain.',
        drawing: numberTable(
          ['setting', 'better', 'worse', 'runs', 'NLL', 'accuracy', 'points'],
          rows,
          'Pairs of settings, means over seeds',
        ),
      }),
    ],
  }
}

function highlightsOf({ runs }: Comparison): Highlight[] {
  const [best] = runs
  const accuracies = runs.flatMap(({ validationAccuracy }) => validationAccuracy ?? [])
  return [
    {
      name: 'Runs',
      value: String(runs.length),
      note: `${runs.reduce((sum, { epochs }) => sum + epochs, 0)} epochs in all`,
    },
    { name: 'Lowest validation loss', value: shown(best.validationLoss, loss), note: best.name },
    {
      name: 'Highest validation accuracy',
      value: accuracies.length === 0 ? 'none' : percent(Math.max(...accuracies)),
      note: 'of the averaged weights at the last epoch',
    },
  ]
}

export function renderComparison(comparison: Comparison): string {
  const { runs, effects } = comparison
  return renderPage({
    title: runs.length === 1 ? 'One training run' : `${runs.length} training runs`,
    kicker: 'StyleLens training',
    lead: 'Side by side on the same validation pictures; no test picture was looked at.',
    highlights: highlightsOf(comparison),
    sections: [
      curvesSection(comparison),
      runsSection(comparison),
      ...(effects.length === 0 ? [] : [effectsSection(comparison)]),
    ],
    scripts: [chooserScript],
  })
}
