// Answers in; lines whose columns line up out.
import { describe, expect, it } from 'vitest'
import type { Answer } from './classify-inputs'
import { drawBar, formatAnswer, measureColumns } from './format-answer'
import { styleFor } from './terminal'

const labels = ['Bag', 'Ankle boot']
const answer = (file: string, scores: readonly number[]): Answer => ({
  file,
  label: labels[0],
  score: scores[0] ?? null,
  predictions: scores.map((score, index) => ({ label: labels[index], score, index })),
  model: 'tiny',
  executionProvider: 'cpu',
  ms: 4.25,
})
const plain = styleFor({ isTTY: false }, {})
const columns = measureColumns(['a.png', 'long.png'], labels)

it('lines up files, labels, scores, provider and time', () => {
  const text =
    formatAnswer(answer('a.png', [0.987, 0.013]), columns, plain, false) +
    formatAnswer(answer('long.png', [1]), columns, plain, false)
  expect(text).toBe(
    [
      'a.png     Bag          98.7 %  cpu  4.3 ms',
      '          Ankle boot    1.3 %',
      'long.png  Bag         100.0 %  cpu  4.3 ms',
      '',
    ].join('\n'),
  )
})

it('shows a dash where nothing reaches the threshold', () => {
  expect(formatAnswer(answer('a.png', []), columns, plain, false)).toBe('a.png     -           cpu  4.3 ms\n')
})

it('keeps the end of a long path', () => {
  const file = `${'folder/'.repeat(20)}shirt.png`
  const [shown] = formatAnswer(answer(file, [1]), measureColumns([file], labels), plain, false).split('  ')
  expect(shown).toHaveLength(48)
  expect(shown).toMatch(/^\.\.\..*shirt\.png$/)
})

describe('bars', () => {
  it.each([
    [0, ''],
    [0.004, '▏'],
    [0.05, '█'],
    [0.5, '█'.repeat(10)],
    [0.999, '█'.repeat(20)],
    [1, '█'.repeat(20)],
  ])('%f', (score, bar) => {
    expect(drawBar(score)).toBe(bar)
  })
})

describe('colours', () => {
  it.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('terminal %j with %j: %j', (isTTY, env, coloured) => {
    expect(styleFor({ isTTY }, env).bold('x')).toBe(coloured ? '\x1b[1mx\x1b[22m' : 'x')
  })
})
