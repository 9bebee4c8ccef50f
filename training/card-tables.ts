// A model's manifest and report in; the tables of its card, as Markdown, out.
import type { ModelManifest } from '@stylelens/core'
import type { Evaluation, FormReport, ModelReport, TestEvaluation } from './report'

export const percent = (share: number) => `${(100 * share).toFixed(2)} %`
export const thousands = (value: number) => value.toLocaleString('en')

const withInterval = (share: number, [low, high]: readonly [number, number]) =>
  `${percent(share)} (${percent(low)} to ${percent(high)})`

/** Validation pictures are those that the model was chosen, and its temperatures fitted, on. */
export function accuracyTable({ validation, test, forms = {}, flip }: ModelReport): string {
  const row = (pictures: string, form: string, evaluation: Evaluation) =>
    `| ${pictures} | ${form} | ${thousands(evaluation.pictures)} ` +
    `| ${withInterval(evaluation.accuracy, evaluation.interval)} ` +
    `| ${withInterval(evaluation.expectedCalibrationError, evaluation.expectedCalibrationErrorInterval)} ` +
    `| ${evaluation.negativeLogLikelihood.toFixed(4)} | ${evaluation.brierScore.toFixed(4)} ` +
    `| ${percent(evaluation.areaUnderRiskCoverage)} |`
  const rows = (form: string, figures: FormReport | ModelReport['flip']) => [
    ...(figures === undefined ? [] : [row('validation', form, figures.validation)]),
    ...(figures?.test === undefined ? [] : [row('test', form, figures.test)]),
  ]
  return [
    '| pictures | form | number | accuracy (95 % interval) | ECE (95 % interval) | NLL | Brier | AURC |',
    '|---|---|---|---|---|---|---|---|',
    row('validation', 'fp32', validation),
    ...(test === undefined ? [] : [row('test', 'fp32', test), withoutNearDuplicates(test)]),
    ...Object.entries(forms).flatMap(([dtype, figures]) => rows(dtype, figures)),
    ...rows('fp32, flip', flip),
  ].join('\n')
}

function withoutNearDuplicates({ withoutNearDuplicates: rest }: TestEvaluation): string {
  const share = withInterval(rest.accuracy, rest.interval)
  return `| test without near-duplicates of training pictures | fp32 | ${thousands(rest.pictures)} | ${share} | | | | |`
}

/** A paragraph, where there was a release before. */
export function previousRelease({ test }: ModelReport): string {
  if (test?.againstPrevious === undefined) return ''
  const { recipe, onlyThis, onlyPrevious, p } = test.againstPrevious
  return `
Against the release before (${recipe}): ${onlyThis} test pictures are answered rightly by this one alone, ${onlyPrevious} by
that one alone (McNemar's exact test, p = ${p.toPrecision(2)}).
`
}

export function fileTable(manifest: ModelManifest, { forms = {} }: ModelReport): string {
  const small = Object.entries(forms).map(([dtype, { bytes, sha256, temperature, difference }]) => {
    const { accuracyLoss, changedAnswers } = difference
    const name = manifest.files?.[dtype as ModelManifest['dtype']]?.file ?? dtype
    const digest = `\`${sha256.slice(0, 16)}\``
    return `| ${name} | ${thousands(bytes)} | ${digest} | ${temperature} | ${percent(accuracyLoss)} | ${percent(changedAnswers)} |`
  })
  const { file, bytes, sha256, temperature } = manifest
  return [
    '| file | bytes | sha256 begins with | temperature | accuracy lost | answers changed |',
    '|---|---|---|---|---|---|',
    `| ${file} | ${thousands(bytes)} | \`${sha256.slice(0, 16)}\` | ${temperature.value} | | |`,
    ...small,
  ].join('\n')
}
