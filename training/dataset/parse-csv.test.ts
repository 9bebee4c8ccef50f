// Good and damaged CSV text comes in; checked are pictures, labels and, for each damage, the error with its line.
import { describe, expect, it } from 'vitest'
import { isDatasetError } from './dataset-error'
import { parseCsv } from './parse-csv'

const HEADER = ['label', ...Array.from({ length: 784 }, (_, index) => `pixel${index + 1}`)].join(',')
const pixel = (row: number, index: number) => (row * 31 + index * 7) % 256
const row = (label: number | string, number = 0) =>
  [label, ...Array.from({ length: 784 }, (_, index) => pixel(number, index))].join(',')
const parse = (text: string) => parseCsv(new TextEncoder().encode(text), 'train.csv')

describe('good files', () => {
  it.each([
    ['as Kaggle gives it', `${HEADER}\n${row(2, 0)}\n${row(9, 1)}\n`],
    ['without a header', `${row(2, 0)}\n${row(9, 1)}\n`],
    ['with CRLF', `${HEADER}\r\n${row(2, 0)}\r\n${row(9, 1)}\r\n`],
    ['without a last line end', `${HEADER}\n${row(2, 0)}\n${row(9, 1)}`],
    ['with empty lines', `${HEADER}\n\n${row(2, 0)}\r\n\r\n${row(9, 1)}\n\n`],
    ['with a byte order mark', `\ufeff${HEADER}\n${row(2, 0)}\n${row(9, 1)}\n`],
    ['with a quoted header', `${HEADER.replace('label', '"label"')}\n${row(2, 0)}\n${row(9, 1)}\n`],
  ])('%s', (_, text) => {
    const { images, labels } = parse(text)
    expect([images.shape, images.dtype, labels.shape, labels.dtype]).toEqual([[2, 28, 28], 'uint8', [2], 'uint8'])
    expect([...labels.data]).toEqual([2, 9])
    for (const number of [0, 1]) {
      for (let index = 0; index < 784; index++) {
        expect(images.get(number, Math.floor(index / 28), index % 28)).toBe(pixel(number, index))
      }
    }
  })
})

describe('damaged files', () => {
  const without = row(3).split(',').slice(0, 780).join(',')
  const having = (value: string) => row(3).split(',').map((field, at) => (at === 400 ? value : field)).join(',')
  it.each([
    ['a short row', without, 'dataset-row', '785', '780'],
    ['a long row', `${row(3)},7`, 'dataset-row', '785', '786'],
    ['a row of one word', 'nonsense', 'dataset-row', '785', '1'],
    ['a fraction', having('1.5'), 'dataset-row', 'an integer from 0 to 255', '"1.5"'],
    ['a negative value', having('-1'), 'dataset-row', 'an integer from 0 to 255', '"-1"'],
    ['a value of 256', having('256'), 'dataset-row', 'an integer from 0 to 255', '"256"'],
    ['a huge value', having('9'.repeat(60)), 'dataset-row', 'an integer from 0 to 255', `"${'9'.repeat(40)}..."`],
    ['an empty value', having(''), 'dataset-row', 'an integer from 0 to 255', '""'],
    ['a word', having('shirt'), 'dataset-row', 'an integer from 0 to 255', '"shirt"'],
    ['label 10', row(10), 'dataset-label', 'a label from 0 to 9', '10'],
    ['label 300', row(300), 'dataset-label', 'a label from 0 to 9', '"300"'],
    ['label shirt', row('shirt'), 'dataset-label', 'a label from 0 to 9', '"shirt"'],
    ['a second header', HEADER, 'dataset-label', 'a label from 0 to 9', '"label"'],
  ])('%s', (_, bad, code, expected, received) => {
    let error: unknown
    try {
      parse(`${HEADER}\n${row(1)}\n${bad}\n${row(2)}\n`)
    } catch (thrown) {
      error = thrown
    }
    expect(isDatasetError(error)).toBe(true)
    expect(error).toMatchObject({ code, line: 3, file: 'train.csv', expected, received })
  })

  it('tells the column', () => {
    expect(() => parse(having('x'))).toThrow(/Column 401 .*line 1.*\[dataset-row\]/)
  })

  it.each([['', '0 bytes'], ['\n\n', '2 bytes'], [`${HEADER}\n`, `${HEADER.length + 1} bytes`]])(
    'no row at all: %#', (text, received) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'dataset-truncated', received }))
    },
  )
})

it('reads a 60 MB file in a few seconds', () => {
  const lines = new TextEncoder().encode(`${row(5)}\n`)
  const bytes = new Uint8Array(Math.ceil(60e6 / lines.length) * lines.length)
  for (let at = 0; at < bytes.length; at += lines.length) bytes.set(lines, at)
  const start = performance.now()
  expect(parseCsv(bytes, 'large.csv').labels.shape[0]).toBe(bytes.length / lines.length)
  expect(performance.now() - start).toBeLessThan(15_000)
})
