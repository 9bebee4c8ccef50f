// Figures of three forms: each gets its line and its place in the report, and a second look finds them as they were.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { evaluateTest } from './evaluate-test'
import { readReport } from './report'
import { checkFigures, formsOf, settleFigures, type MeasuredForm } from './settle-figures'
import { readTestLog } from './test-log'

const folders: string[] = []
let folder: string
let logFile: string

const shipped = join(import.meta.dirname, '..', 'models', 'fashion-nano')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-settle-'))
  folders.push(folder)
  logFile = join(folder, 'log.jsonl')
  const { test: _, ...report } = await readReport(shipped)
  await writeFile(join(folder, 'report.json'), JSON.stringify(report))
  await writeFile(join(folder, 'manifest.json'), await readFile(join(shipped, 'manifest.json')))
})
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))))

const sha = (letter: string) => letter.repeat(64)
const file = (letter: string) => ({ file: 'f', sha256: sha(letter), bytes: 1, temperature: { value: 1, applied: 'in-graph' } }) as const
const forms = formsOf({ sha256: sha('a'), files: { int8: file('b') } })

/** The given number of ten pictures is answered rightly. */
function measure(right: readonly number[]): MeasuredForm[] {
  const labels = Array.from({ length: 10 }, (_, row) => row)
  return forms.map((form, place) => {
    const probabilities = labels.flatMap((label) =>
      labels.map((other) => (other === (label + Number(label >= right[place])) % 10 ? 0.91 : 0.01)))
    return { form, test: evaluateTest(probabilities, { labels, nearDuplicates: new Set([0]) }) }
  })
}

const names = { name: 'm', recipe: 'r-1' }

it('names every file once, and the first with tta', () => {
  expect(forms.map(({ name, sha256 }) => [name, sha256[0]])).toEqual([['fp32', 'a'], ['int8', 'b'], ['flip', 'a']])
})

it('writes a line for each form and its figures to its place', async () => {
  await settleFigures(folder, logFile, names, measure([9, 8, 10]))
  const lines = await readTestLog(logFile)
  expect(lines.map(({ sha256, dtype, tta, correct }) => [sha256[0], dtype, tta, correct])).toEqual([
    ['a', undefined, undefined, 9],
    ['b', 'int8', undefined, 8],
    ['a', undefined, 'flip', 10],
  ])
  const { test, forms: small, flip } = await readReport(folder)
  expect([test?.correct, small?.int8.test?.correct, flip?.test?.correct]).toEqual([9, 8, 10])
  expect(test?.withoutNearDuplicates.pictures).toBe(9)
  await settleFigures(folder, logFile, names, measure([9, 8, 10]))
  expect(await readTestLog(logFile)).toEqual(lines)
})

it('refuses a figure that is not the logged one, and a check of what was never logged', async () => {
  await expect(checkFigures(folder, logFile, measure([9, 8, 10]))).rejects.toThrow(/no line for fp32/)
  await settleFigures(folder, logFile, names, measure([9, 8, 10]))
  await expect(checkFigures(folder, logFile, measure([9, 8, 10]))).resolves.toBeUndefined()
  await expect(checkFigures(folder, logFile, measure([9, 5, 10]))).rejects.toThrow(/another one/)
  await expect(settleFigures(folder, logFile, names, measure([5, 8, 10]))).rejects.toThrow(/another one/)
  await writeFile(join(folder, 'report.json'), JSON.stringify({ ...(await readReport(folder)), flip: undefined }))
  await expect(checkFigures(folder, logFile, measure([9, 8, 10]))).rejects.toThrow(/another figure of flip/)
})
