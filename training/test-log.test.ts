// The log of test figures: a file's first figure stands, another file has its own line.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { agrees, logTestFigure, readTestLog, type TestLogLine } from './test-log'

const line: TestLogLine = {
  model: 'm',
  sha256: 'a',
  recipe: 'r',
  date: '2026-01-01',
  pictures: 100,
  correct: 90,
  accuracy: 0.9,
  interval: [0.8, 0.95],
  negativeLogLikelihood: 0.3,
  expectedCalibrationError: 0.01,
}

it('keeps the first figure of a file and appends the next file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stylelens-log-'))
  const file = join(folder, 'log.jsonl')
  expect(await readTestLog(file)).toEqual([])
  await logTestFigure(file, line)
  expect(await logTestFigure(file, { ...line, correct: 95 })).toEqual(line)
  await logTestFigure(file, { ...line, sha256: 'b' })
  const flipped = { ...line, tta: 'flip', correct: 92 } as const
  expect(await logTestFigure(file, flipped)).toEqual(flipped)
  expect((await readTestLog(file)).map(({ sha256, correct }) => [sha256, correct])).toEqual([
    ['a', 90],
    ['b', 90],
    ['a', 92],
  ])
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(3)
  await rm(folder, { recursive: true })
})

it.each([
  [{}, true],
  [{ correct: 91 }, true],
  [{ correct: 92 }, false],
  [{ expectedCalibrationError: 0.01019 }, true],
  [{ expectedCalibrationError: 0.0103 }, false],
  [{ pictures: 99 }, false],
])('%j agrees: %s', (change, expected) => {
  expect(agrees(line, { ...line, ...change })).toBe(expected)
})
