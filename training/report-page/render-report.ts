// The figures and pictures of a report in; its page out.
import { percent, percentRange, thousands } from '../pages/format-number'
import { html } from '../pages/html'
import { renderPage, type Highlight } from '../pages/page'
import { classesSection } from './classes-section'
import { confidenceSection } from './confidence-section'
import { confusionSection } from './confusion-section'
import { dataSection } from './data-section'
import { gallerySection } from './gallery-section'
import { networkSection } from './network-section'
import type { ReportData, ReportPictures } from './report-data'
import { chooserScript, reviewSection } from './review-section'
import { trainingSection } from './training-section'

function highlightsOf({ evaluation, distinct, parents, means, calibration, review }: ReportData): Highlight[] {
  const { accuracy, interval, correct, pictures, negativeLogLikelihood } = evaluation
  const atOnePercent = review.choices.find(({ allowedError }) => allowedError === 0.01)
  const apart =
    distinct === null
      ? []
      : [
          {
            name: 'Without near-duplicates',
            value: percent(distinct.accuracy),
            note: `${distinct.leftOut} pictures left out; ${percentRange(distinct.interval)}`,
          },
        ]
  return [
    {
      name: 'Accuracy',
      value: percent(accuracy),
      note: `${percentRange(interval)}, ${thousands(correct)} of ${thousands(pictures)}`,
    },
    ...apart,
    { name: 'Right parent of five', value: percent(parents.accuracy), note: percentRange(parents.interval) },
    { name: 'Macro F1', value: percent(means.macro.f1), note: `weighted ${percent(means.weighted.f1)}` },
    {
      name: 'Calibration error',
      value: percent(calibration.error),
      note: `${percentRange(calibration.interval)} by bootstrap`,
    },
    {
      name: 'Log-likelihood',
      value: negativeLogLikelihood.toFixed(4),
      note: `nats, lower is better; Brier ${calibration.brierScore.toFixed(4)}`,
    },
    {
      name: 'Answered at 1 % error',
      value: atOnePercent === undefined ? 'none' : percent(atOnePercent.coverage, 1),
      note: `AURC ${review.areaUnderRiskCoverage.toFixed(5)}`,
    },
  ]
}

export function renderReport(data: ReportData, pictures: ReportPictures): string {
  const { model, recipe, sha256, split, executionProvider, evaluation, training, kernels } = data
  const howRead =
    split === 'test'
      ? 'The test labels were read once for this file; its first figure is logged and stands.'
      : 'These pictures are for choosing: recipes are compared and the temperature is fitted on them.'
  return renderPage({
    title: `${model} on ${split} pictures`,
    kicker: 'StyleLens evaluation report',
    lead: html`${thousands(evaluation.pictures)} ${split} pictures of Fashion-MNIST, answered on ${executionProvider}
through the classifier that users have. ${howRead} Recipe ${recipe}, file <code>${sha256}</code>.`,
    highlights: highlightsOf(data),
    sections: [
      classesSection(data),
      confusionSection(data),
      confidenceSection(data),
      reviewSection(data),
      gallerySection(data, pictures),
      dataSection(data, pictures),
      ...(training === null ? [] : [trainingSection(training)]),
      ...(kernels === null ? [] : [networkSection(kernels)]),
    ],
    scripts: data.review.choices.length === 0 ? [] : [chooserScript],
  })
}
