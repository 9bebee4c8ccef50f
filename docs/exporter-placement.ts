// The measured placement table of tfjs-to-onnx in, the operators that do not run everywhere as a table out.
import { measuredWith, placementProviders, placementTable } from '../packages/tfjs-to-onnx/src/inspect/place-operators'
import { markdownTable } from './markdown-table'

/** Of an operator that came with a later opset all providers lack the same ones; that is nothing about providers. */
function isUneven(row: Readonly<Record<string, readonly number[]>>): boolean {
  return new Set(placementProviders.map((provider) => row[provider].join())).size > 1
}

const opsets = (list: readonly number[]): string => (list.length === 0 ? 'no' : `${list[0]} to ${list[list.length - 1]}`)

export function placementSummary(): string {
  const rows = Object.entries(placementTable)
  const versions = Object.entries(measuredWith).map(([name, version]) => `${name} ${version}`).join(' and ')
  const uneven = rows.filter(([, row]) => isUneven(row))
  const table = markdownTable(
    ['operator', ...placementProviders],
    uneven.map(([operator, row]) => [operator, ...placementProviders.map((provider) => opsets(row[provider]))]),
  )
  return `Of ${rows.length} operators, measured with ${versions}, these ${uneven.length} do not run everywhere:\n\n${table}`
}
