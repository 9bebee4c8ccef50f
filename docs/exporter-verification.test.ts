// Recorded errors in; the worst of each family and runner, and the number of cases, out.
import { expect, it } from 'vitest'
import { verificationTable } from './exporter-verification'

const record = (family: 'dense' | 'merge', runner: string, cases: number, worst: number) =>
  ({ family, runner, cases, worst, where: 'somewhere' })

it('adds up cases and keeps the worst error', () => {
  const records = [
    record('dense', 'wasm', 3, 2.4e-7), record('dense', 'wasm', 2, 5e-8), record('merge', 'wasm', 4, 0), record('dense', 'cpu', 1, 1e-7),
  ]
  expect(verificationTable(records).split('\n')).toEqual([
    '| runner | cases | worst | dense | merge |',
    '|---|---|---|---|---|',
    '| cpu | 1 | 1e-7 | 1e-7 |  |',
    '| wasm | 9 | 2e-7 | 2e-7 | 0 |',
  ])
})

it('says so where nothing is recorded', () => {
  expect(verificationTable([])).toBe('Nothing is recorded.')
})
