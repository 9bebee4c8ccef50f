// The source files of the repository come in; checked is that the three final evaluations alone read test labels.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fixtureFolder, writeCsv, writeIdx } from './fixture-folder'
import { loadTestLabels } from './load-test-labels'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PASSED_OVER = new Set(['node_modules', 'dist', 'coverage'])

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.([cm]?[jt]s|[jt]sx)$/.test(entry.name) ? [path] : []
  })
}

const sources = sourceFiles(ROOT).map((path) =>
  ({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
const mentioning = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
const finalEvaluations = ['evaluate', 'evaluate-ensemble', 'evaluate-robustness'].map((name) => `training/${name}.ts`)
const own = (path: string) => path.startsWith('training/dataset/')

describe('test labels', () => {
  it.each([
    // the function and its module
    [/loadTestLabels|['"`][^'"`]*load-test-labels(\.[jt]s)?['"`]/, finalEvaluations],
    // what it is made of
    [/['"`][^'"`]*\/read-part(\.[jt]s)?['"`]/, []],
    // the files that hold them
    [/t10k-labels|fashion-mnist_test\.csv/, []],
  ])('%s occurs outside this folder in %j at most', (pattern, allowed: string[]) => {
    const found = mentioning(pattern)
    expect(found.filter((path) => !own(path) && !allowed.includes(path))).toEqual([])
    expect(found.some(own)).toBe(true) // else the search finds nothing because it is wrong
  })

  it('are read inside this folder by load-test-labels and its test alone', () => {
    expect(mentioning(/loadTestLabels|readLabels\([^)]*'test'/).filter(own).sort())
      .toEqual(['training/dataset/load-test-labels.test.ts', 'training/dataset/load-test-labels.ts'])
  })
})

it.each([['IDX', writeIdx], ['CSV', writeCsv]])('come from %s files', async (_, write) => {
  using folder = fixtureFolder()
  write(folder)
  const labels = await loadTestLabels(folder)
  expect([labels.shape, ...labels.data]).toEqual([[2], 0, 3])
})
