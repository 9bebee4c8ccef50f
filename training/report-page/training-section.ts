// The record of a training in; the section with its curves and its settings out.
import { curveKinds, historyCurve } from '../history-curves'
import type { TrainingRecord } from '../history'
import { curveLegend, drawCurves } from '../pages/draw-curves'
import { figure } from '../pages/figure'
import { percent } from '../pages/format-number'
import { html } from '../pages/html'
import type { PageSection } from '../pages/page'

const shown = (value: number | null, text: (value: number) => string) => (value === null ? 'not measured' : text(value))

export function trainingSection({ recipe, backend, history }: TrainingRecord): PageSection {
  const losses = [
    { name: 'training, on augmented pictures', points: historyCurve(history, 'loss') },
    { name: 'validation, averaged weights', points: historyCurve(history, 'validationLoss') },
  ]
  const curve = (kind: 'validationAccuracy' | 'learningRate', text: string) =>
    figure({
      title: curveKinds[kind].title,
      text,
      drawing: drawCurves([{ name: kind, points: historyCurve(history, kind) }], {
        label: curveKinds[kind].label,
        half: true,
      }),
    })
  return {
    id: 'training',
    title: 'Training',
    content: [
      html`<p>Recipe ${recipe.id}, seed ${recipe.seed}, ${history.length} epochs on ${backend}.</p>`,
      figure({
        beside: true,
        title: 'Loss',
        text: 'Training pictures are mirrored, shifted and cut at random, so their loss may be the larger one.',
        drawing: html`${curveLegend(losses.map(({ name }) => name))}${drawCurves(losses, { label: 'loss, nats' })}`,
        numbers: {
          titles: ['epoch', 'loss', 'validation loss', 'validation accuracy', 'learning rate', 'images/s'],
          rows: history.map(({ epoch, loss, validationLoss, validationAccuracy, learningRate, imagesPerSecond }) => [
            epoch,
            loss.toFixed(4),
            shown(validationLoss, (value) => value.toFixed(4)),
            shown(validationAccuracy, percent),
            learningRate.toFixed(4),
            Math.round(imagesPerSecond),
          ]),
        },
      }),
      html`<div class="pair">${[
        curve('validationAccuracy', 'Of the averaged weights, which are what is shipped.'),
        curve('learningRate', 'At the last step of each epoch.'),
      ]}</div>`,
    ],
  }
}
