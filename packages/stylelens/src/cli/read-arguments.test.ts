// Texts of options in; values, or commander's error, out.
import { InvalidArgumentError } from 'commander'
import { expect, it } from 'vitest'
import { readCount, readCounts, readNames, readPlatforms } from './read-arguments'
import { readProbability, readSeconds, readTopK } from './read-arguments'

it.each([
  [readCount, '3', 3],
  [readTopK, '10', 10],
  [readTopK, 'all', 'all'],
  [readProbability, '0.25', 0.25],
  [readProbability, '0', 0],
  [readNames, 'cuda, cpu,', ['cuda', 'cpu']],
  [readPlatforms, 'linux-x64,win32-arm64', ['linux-x64', 'win32-arm64']],
  [readCounts, '1, 32', [1, 32]],
  [readSeconds, '0.5', 0.5],
] as const)('%o reads %j', (read: (text: string) => unknown, text, value) => {
  expect(read(text)).toEqual(value)
})

it.each([
  [readCount, '0'],
  [readCount, '1.5'],
  [readCount, '-1'],
  [readCount, 'x'],
  [readCount, ''],
  [readCount, '1e3'],
  [readTopK, 'none'],
  [readProbability, '1.1'],
  [readProbability, '-0.1'],
  [readProbability, ''],
  [readProbability, 'x'],
  [readNames, ','],
  [readPlatforms, 'linux'],
  [readPlatforms, '../x64'],
  [readPlatforms, 'linux-x64/..'],
  [readCounts, '1,0'],
  [readCounts, ''],
  [readSeconds, '0'],
  [readSeconds, 'Infinity'],
  [readSeconds, ''],
] as const)('%o refuses %j', (read: (text: string) => unknown, text) => {
  expect(() => read(text)).toThrow(InvalidArgumentError)
})
