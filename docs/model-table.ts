// Facts of models in, the table of models in README.md out.
import { accuracy, accuracyWithInterval, notMeasured, percent } from './accuracy'
import { markdownTable } from './markdown-table'
import type { ModelFacts } from './model-facts'

const columns =
  ['model', 'parameters', 'MMACs', 'file', 'validation accuracy', 'test accuracy (95 % interval)', 'test ECE']

export function modelTable(facts: readonly ModelFacts[]): string {
  return markdownTable(columns, facts.map(({ manifest, report }) => [
    `[${manifest.name}](models/${manifest.name}/MODEL_CARD.md)`,
    manifest.parameters.toLocaleString('en'),
    (manifest.macs / 1e6).toFixed(1),
    `${Math.round(manifest.bytes / 1000).toLocaleString('en')} kB`,
    accuracy(report.validation),
    accuracyWithInterval(report.test),
    report.test === undefined ? notMeasured : percent(report.test.expectedCalibrationError),
  ]))
}
