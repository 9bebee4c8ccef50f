// Errors come in as they are measured; a file with the worst per family and runner goes out when a run asks for it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Family } from './proof-case'

export interface ErrorRecord {
  readonly family: Family
  readonly runner: string
  readonly cases: number
  readonly worst: number
  /** The case with the worst error. */
  readonly where: string
}

interface Entry {
  family: Family
  runner: string
  cases: Set<string>
  worst: number
  where: string
}

const entries = new Map<string, Entry>()

export function recordError(family: Family, runner: string, id: string, error: number): void {
  const key = `${family} ${runner}`
  const entry = entries.get(key) ?? { family, runner, cases: new Set<string>(), worst: -1, where: '' }
  entry.cases.add(id)
  if (error > entry.worst) Object.assign(entry, { worst: error, where: id })
  entries.set(key, entry)
}

/** The environment variable PROOF_RECORD names the folder (records/ is the one kept); without it nothing is written. */
export function writeRecords(name: string): void {
  const folder = process.env.PROOF_RECORD
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const records: ErrorRecord[] = [...entries.values()].map(entry => ({ ...entry, cases: entry.cases.size }))
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(records, null, 1)}\n`)
}
