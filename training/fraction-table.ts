// Records of trainings in; accuracy against the share of labelled pictures, with and without regularisation, as tables out.
import type { TrainingRecord } from './history'

interface Cell {
  readonly recipe: string
  readonly fraction: number
  readonly regularisation: boolean
  readonly accuracy: number
}

/** A table for each recipe that was trained on shares of the pictures; empty where none was. Cells: mean over the seeds. */
export function fractionTables(records: readonly TrainingRecord[]): string {
  const cells = records.flatMap(readCell)
  const varied = [...new Set(cells.filter(({ fraction }) => fraction < 1).map(({ recipe }) => recipe))]
  return varied.map((recipe) => tableOf(recipe, cells.filter((cell) => cell.recipe === recipe))).join('\n\n')
}

/** Nothing for a run that was broken off. */
function readCell({ recipe, history }: TrainingRecord): Cell[] {
  const accuracy = history.at(-1)?.validationAccuracy ?? null
  if (history.length < recipe.epochs || accuracy === null) return []
  const { of, fraction, regularisation } = recipe.variant ?? { of: recipe.id, fraction: 1, regularisation: true }
  return [{ recipe: of, fraction, regularisation, accuracy }]
}

function tableOf(recipe: string, cells: readonly Cell[]): string {
  const fractions = [...new Set(cells.map(({ fraction }) => fraction))].sort((one, other) => one - other)
  const rows = fractions.map((fraction) => {
    const own = cells.filter((cell) => cell.fraction === fraction)
    const columns = [true, false].map((regularisation) => own.filter((cell) => cell.regularisation === regularisation))
    return `| ${[`${Number((100 * fraction).toFixed(2))} %`, ...columns.map(meanOf)].join(' | ')} |`
  })
  return [`| ${recipe}: labelled pictures | regularised | not regularised |`, '|---|---|---|', ...rows].join('\n')
}

function meanOf(cells: readonly Cell[]): string {
  if (cells.length === 0) return 'not run'
  const mean = cells.reduce((sum, { accuracy }) => sum + accuracy, 0) / cells.length
  return `${(100 * mean).toFixed(2)} %${cells.length > 1 ? ` (${cells.length} seeds)` : ''}`
}
