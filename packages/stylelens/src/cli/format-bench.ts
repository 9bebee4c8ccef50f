// Measured times in; a table of them, one line for each provider and number of threads, out.
import type { MeasuredModel, MeasuredProvider } from '@stylelens/node'
import type { Style } from './terminal'

/** Three digits are what such times are good for. */
const milliseconds = (value: number) => `${Number(value.toPrecision(3))} ms`

function formatCell({ medianMilliseconds, batchSize }: MeasuredProvider): string {
  if (medianMilliseconds === null) return '-'
  const each = batchSize === 1 ? '' : ` (${milliseconds(medianMilliseconds / batchSize)} each)`
  return `${milliseconds(medianMilliseconds)}${each}`
}

/** Rows of one provider and number of threads, in the order in which they were measured. */
function groupRows(rows: readonly MeasuredProvider[]): MeasuredProvider[][] {
  const groups = new Map<string, MeasuredProvider[]>()
  for (const row of rows) {
    const key = `${row.executionProvider} ${row.threads}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

/** The providers that ran, then the reasons of those that did not, once each. */
export function formatBench({ manifest, rows }: MeasuredModel, machine: string, style: Style): string {
  const sizes = [...new Set(rows.map(({ batchSize }) => batchSize))]
  const heads = ['provider', 'threads', ...sizes.map((size) => (size === 1 ? '1 picture' : `${size} pictures`))]
  const cells = groupRows(rows).map((group) => [
    group[0].executionProvider,
    String(group[0].threads),
    ...sizes.map((size) => formatCell(group.find(({ batchSize }) => batchSize === size) ?? group[0])),
  ])
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column].length)))
  const line = (row: readonly string[]) => row.map((text, column) => text.padEnd(widths[column])).join('  ').trimEnd()
  const failed = rows.filter(({ reason }) => reason !== undefined)
  const reasons = new Set(failed.map(({ executionProvider, reason }) => `${executionProvider}: ${reason}`))
  const title = `${manifest.name} (${manifest.macs.toLocaleString('en')} multiply-accumulates) on ${machine}`
  return `${[title, '', style.bold(line(heads)), ...cells.map(line), ...reasons].join('\n')}\n`
}
