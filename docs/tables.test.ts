// The committed documents and the code in; their generated parts must be what the code gives now.
import { describe, expect, it } from 'vitest'
import { generatedTexts, readDocument } from './generated-texts'
import { markdownTable } from './markdown-table'
import { replaceBetween } from './replace-between'
import { readTranscripts, replaceOutputs } from './transcripts'

const texts = await generatedTexts()

describe('generated documents', () => {
  it.each(texts)('$path is up to date (else: npm run docs)', ({ path, text }) => {
    expect(readDocument(path)).toBe(text)
  })
})

describe('replaceBetween', () => {
  it('replaces what stands between the marks and nothing else', () => {
    const text = 'a <!-- runs -->\nold $1\n<!-- /runs --> b'
    expect(replaceBetween(text, 'runs', 'new $& 1')).toBe('a <!-- runs -->\n\nnew $& 1\n\n<!-- /runs --> b')
  })

  it.each([
    ['no marks'], ['<!-- runs -->'], ['<!-- /runs --> <!-- runs -->'],
    ['<!-- runs --> <!-- /runs --> <!-- runs -->'], ['<!-- runs --> <!-- /runs --> <!-- /runs -->'],
  ])('refuses %s', (text) => {
    expect(() => replaceBetween(text, 'runs', 'new')).toThrow('<!-- runs -->')
  })
})

it('keeps bars within the cells of a table', () => {
  expect(markdownTable(['a', 'b'], [['x | y', 'z']])).toBe('| a | b |\n|---|---|\n| x \\| y | z |')
})

it('reads commands with their outputs and replaces the outputs', () => {
  const document = 'A\n```console\n$ node a.mjs b\none\ntwo\n```\nB\n```console\n$ node c.mjs\n```\n'
  expect(readTranscripts(document)).toEqual([
    { words: ['a.mjs', 'b'], output: 'one\ntwo\n' },
    { words: ['c.mjs'], output: '' },
  ])
  expect(replaceOutputs(document, ['$1\n', 'x\n']))
    .toBe('A\n```console\n$ node a.mjs b\n$1\n```\nB\n```console\n$ node c.mjs\nx\n```\n')
})
