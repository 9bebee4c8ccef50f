// Facts of models in, the table of training runs in training/README.md out.
import { accuracy } from './accuracy'
import { markdownTable } from './markdown-table'
import type { ModelFacts } from './model-facts'

const columns = ['model', 'epochs', 'images/s (median)', 'minutes', 'validation', 'test', 'trained by']

export function runTable(facts: readonly ModelFacts[]): string {
  return markdownTable(columns, facts.map(({ manifest, report, history }) => [
    manifest.name,
    String(report.trainedOn.epochs),
    ...speedAndMinutes(report.trainedOn.pictures, history),
    accuracy(report.validation),
    accuracy(report.test),
    report.trainedOn.backend,
  ]))
}

/** Minutes are epochs x pictures / median speed: without the start and the looks at the validation pictures. */
function speedAndMinutes(pictures: number, history: ModelFacts['history']): [speed: string, minutes: string] {
  if (history === undefined || history.length === 0) return ['not recorded', 'not recorded']
  const speed = median(history.map(({ imagesPerSecond }) => imagesPerSecond))
  return [String(Math.round(speed)), String(Math.round((history.length * pictures) / speed / 60))]
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
