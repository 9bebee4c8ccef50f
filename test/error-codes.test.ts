// Checks that every error code is used by some package, and that every code that is used stands in the table.
import typescript from 'typescript'
import { expect, it } from 'vitest'
import { errorCodes } from '../packages/core/src/error-codes'
import { isTestFile, sourceFiles } from './source-files'
import type { SourceFile } from './source-files'
import { nodesOf, parse } from './syntax-tree'

const table = 'packages/core/src/error-codes.ts'
const sources = sourceFiles().filter(
  ({ path }) => /^packages\/(core|node|web|stylelens)\/src\//.test(path) && !isTestFile(path) && path !== table,
)
const nodes = sources.flatMap((file) => [...nodesOf(parse(file))])
const known = Object.keys(errorCodes)

it('uses every code of the table', () => {
  const words = new Set(nodes.filter(typescript.isStringLiteralLike).map((node) => node.text))
  expect(known.filter((code) => !words.has(code))).toEqual([])
})

it('throws no code outside the table', () => {
  const thrown = nodes
    .filter(typescript.isNewExpression)
    .filter((node) => node.expression.getText() === 'ClassifierError')
    .map((node) => node.arguments?.[0])
    .filter((argument) => argument !== undefined && typescript.isStringLiteralLike(argument))
    .map((argument) => argument.text)
  expect(thrown.length).toBeGreaterThan(10)
  expect(thrown.filter((code) => !known.includes(code))).toEqual([])
})

/** What is run against each package; the contract against both platforms. */
const tests = {
  core: /^packages\/core\/src\/.*\.test\.ts$/,
  node: /^(packages\/node\/.*\.test\.ts|test\/(contract|stress)\/.*\.ts)$/,
  web: /^(packages\/web\/.*\.test\.ts|test\/(contract|web)\/.*\.ts)$/,
}

function wordsOf(files: readonly SourceFile[]): ReadonlySet<string> {
  const all = files.flatMap((file) => [...nodesOf(parse(file))])
  return new Set(all.filter(typescript.isStringLiteralLike).map(({ text }) => text))
}

it.each(Object.entries(tests))('%s: each code that it throws is provoked by a test that runs it', (name, pattern) => {
  const thrown = [...wordsOf(sources.filter(({ path }) => path.startsWith(`packages/${name}/src/`)))]
  const expected = wordsOf(sourceFiles().filter(({ path }) => pattern.test(path)))
  expect(thrown.filter((word) => known.includes(word) && !expected.has(word))).toEqual([])
})

it.each(Object.entries(errorCodes))('%s says its cause and what to do', (code, { cause, mend }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect(cause).toMatch(/^\S.*\.$/)
  expect(mend).toMatch(/^\S.*\.$/)
})
