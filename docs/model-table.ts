// Facts of models in, the table of models in README.md out.
import type { Evaluation, FormReport } from '../training/report'
import { accuracy, accuracyWithInterval, notMeasured, percent } from './accuracy'
import { markdownTable } from './markdown-table'
import type { ModelFacts } from './model-facts'

const columns =
  ['model', 'parameters', 'MMACs', 'file', 'validation accuracy', 'test accuracy (95 % interval)', 'test ECE']

/** A row for each file of each model. */
export function modelTable(facts: readonly ModelFacts[]): string {
  return markdownTable(columns, facts.flatMap(({ manifest, report }) => [
    [
      `[${manifest.name}](models/${manifest.name}/MODEL_CARD.md)`,
      manifest.parameters.toLocaleString('en'),
      (manifest.macs / 1e6).toFixed(1),
      ...figures(manifest.bytes, report.validation, report.test),
    ],
    ...Object.entries(report.forms ?? {}).map(([dtype, form]) => formRow(manifest.name, dtype, form)),
  ]))
}

const formRow = (name: string, dtype: string, { bytes, validation, test }: FormReport): string[] =>
  [`${name}, \`dtype: '${dtype}'\``, '', '', ...figures(bytes, validation, test)]

const figures = (bytes: number, validation: Evaluation, test: Evaluation | undefined): string[] => [
  `${Math.round(bytes / 1000).toLocaleString('en')} kB`,
  accuracy(validation),
  accuracyWithInterval(test),
  test === undefined ? notMeasured : percent(test.expectedCalibrationError),
]
