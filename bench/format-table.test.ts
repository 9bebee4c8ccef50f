// Checks the tables that the benches print.
import { expect, it } from 'vitest'
import { formatTable } from './format-table'

it('aligns words left and figures right, as Markdown', () => {
  expect(formatTable(['model', 'ms'], [['nano', '9.5'], ['fashion-small', '1234.0']])).toBe(
    [
      '| model         |     ms |',
      '| ------------- | -----: |',
      '| nano          |    9.5 |',
      '| fashion-small | 1234.0 |',
    ].join('\n'),
  )
})

it('keeps its shape without rows', () => {
  expect(formatTable(['a', 'ratio'], [])).toBe('| a   | ratio |\n| --- | ----- |')
})
