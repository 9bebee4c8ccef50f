// The errors that the proof of tfjs-to-onnx recorded in; the worst by family of operators and by runner as a table out.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ErrorRecord } from '../packages/tfjs-to-onnx/proof/record-errors'
import { markdownTable } from './markdown-table'

const folder = fileURLToPath(new URL('../packages/tfjs-to-onnx/proof/records/', import.meta.url))

/** Cases of one family on one runner; the same family may be recorded by several files. */
type Cell = Pick<ErrorRecord, 'cases' | 'worst'>

function readRecords(): ErrorRecord[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  return files.flatMap((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as ErrorRecord[])
}

export function verificationTable(records: readonly ErrorRecord[] = readRecords()): string {
  if (records.length === 0) return 'Nothing is recorded.'
  const families = [...new Set(records.map(({ family }) => family))].sort()
  const runners = [...new Set(records.map(({ runner }) => runner))].sort()
  const rows = runners.map((runner) => {
    const cells = families.map((family) => join(records.filter((one) => one.family === family && one.runner === runner)))
    const all = cells.filter((cell) => cell.cases > 0)
    const cases = all.reduce((sum, cell) => sum + cell.cases, 0)
    const worst = all.reduce((most, cell) => Math.max(most, cell.worst), 0)
    return [runner, String(cases), ...[{ cases, worst }, ...cells].map(formatCell)]
  })
  return markdownTable(['runner', 'cases', 'worst', ...families], rows)
}

function join(records: readonly ErrorRecord[]): Cell {
  return {
    cases: records.reduce((sum, { cases }) => sum + cases, 0),
    worst: records.reduce((most, { worst }) => Math.max(most, worst), 0),
  }
}

const formatCell = ({ cases, worst }: Cell): string => (cases === 0 ? '' : worst === 0 ? '0' : worst.toExponential(0))
