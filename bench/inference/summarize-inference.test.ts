// Checks the arithmetic between the measured times and the printed figures.
import { expect, it } from 'vitest'
import { coldStartCells, summarizeColdStarts, summarizeThroughput, throughputCells } from './summarize-inference'

const times = (walls: readonly number[], processor = 1) => walls.map((wall) => ({ wall, processor }))

it('takes the overhead within each round, so that a machine that slows down does not change it', () => {
  const summary = summarizeThroughput({ ours: times([110, 220, 330], 6), bare: times([100, 200, 300], 4) })
  expect(summary.overhead).toBeCloseTo(0.1, 12)
  expect(summary).toMatchObject({ ours: 220, bare: 200, more: 20, processorOverhead: 0.5 })
})

it('gives the middle half of the overheads', () => {
  const rounds = { ours: times([10, 11, 12, 13, 20]), bare: times([10, 10, 10, 10, 10]) }
  const { overhead, quartiles } = summarizeThroughput(rounds)
  expect([overhead, ...quartiles]).toEqual([0.2, 0.1, 0.3].map((share) => expect.closeTo(share, 12)))
})

it('prints bare, ours, difference, overhead, spread and the overhead of the processor', () => {
  const overhead = { overhead: 0.0504, quartiles: [-0.01, 0.07] as const, processorOverhead: 0.04 }
  expect(throughputCells({ ours: 1050.4, bare: 1000, more: 49.6, ...overhead })).toEqual(
    ['1000', '1050', '50', '5.0 %', '-1.0 % to 7.0 %', '4.0 %'],
  )
})

it('sums up cold starts in milliseconds and megabytes', () => {
  const answer = (milliseconds: number, megabytes: number) =>
    ({ milliseconds, bytes: megabytes * 2 ** 20, bytesBefore: 40 * 2 ** 20, score: 1 })
  const ours = summarizeColdStarts([answer(90, 80), answer(300, 90), answer(100, 85)])
  expect(ours).toEqual({ milliseconds: 100, megabytes: 85, addedMegabytes: 45 })
  expect(coldStartCells(ours, { milliseconds: 80, megabytes: 70, addedMegabytes: 30 })).toEqual(
    ['80', '100', '1.25', '70 (+30)', '85 (+45)'],
  )
})
