// All documents in; every relative link must lead to a file or folder, and every quoted line of code must be one of core's.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './generated-texts'

const skipped = new Set(['node_modules', 'dist', '.git', 'tarballs', 'coverage'])

function documentsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : documentsBelow(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

const documents = documentsBelow('.').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Targets of `[text](target)` that lie in the repository, without what follows a #. */
function linksOf(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.split('#')[0])
  return targets.filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

it('finds the documents', () => {
  const paths = documents.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', join('training', 'README.md')]))
})

describe.each(documents)('$path', ({ path, text }) => {
  it('links to files and folders that are there', () => {
    expect(linksOf(text).filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([])
  })
})

it('quotes the heart of the pipeline as it is', () => {
  const sources = ['classify/answer-one.ts', 'create-classifier.ts']
    .map((name) => readFileSync(join(root, 'packages/core/src', name), 'utf8')).join('\n')
  const architecture = documents.find(({ path }) => path === 'ARCHITECTURE.md')?.text ?? ''
  const quotes = [...architecture.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code)
  expect(quotes).toHaveLength(2)
  for (const quote of quotes) expect(sources).toContain(quote)
})
