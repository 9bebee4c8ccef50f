// The repository's documents and code in; every document that holds generated parts, as the code gives it now, out.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ablationTable } from '../training/ablation-table'
import { readRuns, runFolder } from '../training/run-record'
import { complaintPage } from './complaint-page'
import { errorPage } from './error-page'
import { coverageTable, refusalTable } from './exporter-coverage'
import { placementSummary } from './exporter-placement'
import { quirksTable } from './exporter-quirks'
import { verificationTable } from './exporter-verification'
import { fileTable } from './file-table'
import { readModelFacts } from './model-facts'
import { modelTable } from './model-table'
import { optionPage } from './option-page'
import { recipeTable } from './recipe-table'
import { replaceBetween } from './replace-between'
import { runTable } from './run-table'
import { runtimeTable } from './runtime-table'
import { seedTable } from './seed-table'

export interface GeneratedText {
  /** From the repository's root. */
  readonly path: string
  readonly text: string
}

export const root = fileURLToPath(new URL('..', import.meta.url))

export const readDocument = (path: string): string => readFileSync(`${root}${path}`, 'utf8')

function withTables(path: string, tables: Readonly<Record<string, string>>): GeneratedText {
  const text = Object.entries(tables).reduce(
    (document, [name, table]) => replaceBetween(document, name, table),
    readDocument(path),
  )
  return { path, text }
}

/** Throws where a document has lost the marks that its tables stand between. */
export async function generatedTexts(): Promise<GeneratedText[]> {
  const facts = readModelFacts()
  return [
    { path: 'docs/options.md', text: optionPage() },
    { path: 'docs/errors.md', text: errorPage() },
    { path: 'docs/complaints.md', text: complaintPage() },
    withTables('README.md', { models: modelTable(facts), runtimes: runtimeTable() }),
    withTables('packages/tfjs-to-onnx/README.md', {
      coverage: coverageTable(),
      refused: refusalTable(),
      quirks: quirksTable(),
      placement: placementSummary(),
      verification: verificationTable(),
    }),
    withTables('training/README.md', {
      files: fileTable(),
      recipes: recipeTable(),
      runs: runTable(facts),
      seeds: seedTable(),
      ablations: ablationTable(await readRuns(`${root}${runFolder}`)) || 'None was run yet.',
    }),
  ]
}
