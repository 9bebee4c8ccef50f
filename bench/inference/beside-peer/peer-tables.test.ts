// Made-up times in; ratios within a round, the goals that are missed and the cells of the tables out.
import { describe, expect, it } from 'vitest'
import type { BenchRow, ContestantName } from './bench-row'
import { compareScores, type MeasuredRow } from './measure-rows'
import { missedGoals, ratios, rowsTable, shortTable, startsTable } from './peer-tables'

const timesOf = (walls: readonly number[], processor = 1) => walls.map((wall) => ({ wall, processor }))

const row = (megapixels: number): BenchRow =>
  ({ what: `JPEG, ${megapixels} MP`, model: 'mobile', batch: 1, width: 1, height: 1, source: 'jpeg', megapixels })

function measured(megapixels: number, walls: Partial<Record<ContestantName, readonly number[]>>): MeasuredRow {
  const times = Object.fromEntries(Object.entries(walls).map(([name, values]) => [name, timesOf(values)]))
  return { settings: '1 thread', row: row(megapixels), times, differences: 'peer' in walls ? { peer: 0.012 } : {} }
}

it('takes ratios within each round', () => {
  expect(ratios(timesOf([20, 60]), timesOf([10, 20]), 'wall')).toEqual([2, 3])
  expect(ratios(timesOf([20], 6), timesOf([10], 4), 'processor')).toEqual([1.5])
})

describe('the goals', () => {
  it.each([
    ['ahead', 1, 1001, []], ['behind', 1, 990, ['JPEG, 1 MP, batch 1, 1 thread: 0.99']],
    ['near, which is enough above', 12, 770, []], ['too far behind', 12, 760, ['JPEG, 12 MP, batch 1, 1 thread: 0.76']],
  ])('%s', (_, megapixels, peer, expected) => {
    expect(missedGoals([measured(megapixels, { ours: [1000], peer: [peer] })])).toEqual(expected)
  })

  it('are none without the peer', () => {
    const alone = measured(1, { ours: [1000], bare: [900] })
    expect(missedGoals([alone])).toEqual([])
    expect(rowsTable([alone])).not.toContain('Goal')
  })
})

it('prints medians in milliseconds, ratios, their spread and how far the scores are apart', () => {
  const table = rowsTable([measured(1, { bare: [900, 900], ours: [1000, 2000], peer: [1500, 4000] })])
  const cells = table.split('\n')[2].split('|').map((cell) => cell.trim()).slice(1, -1)
  expect(cells).toEqual(
    ['1 thread', 'JPEG, 1 MP', '1', '0.900', '1.50', '2.75', '1.75', '1.63 to 1.88', '1.00', '0.68', '1e-2'],
  )
  expect(table).toContain('above: met.')
})

it('has a short table of one setting', () => {
  const other = { ...measured(12, { ours: [1], peer: [1] }), settings: '2 threads' }
  const table = shortTable([measured(1, { ours: [1000], peer: [2000] }), other], '1 thread')
  expect(table.split('\n').slice(2)).toEqual(['| JPEG, 1 MP |     1 |     1.00 |     2.00 |        2.00 |'])
})

it('prints starts and memory', () => {
  const start = (milliseconds: number) =>
    ({ milliseconds, bytesBefore: 0, bytes: 50 * 2 ** 20, peak: 90 * 2 ** 20, versions: {} })
  expect(startsTable({ ours: [start(10), start(20), start(30)] }).split('\n')[2].split('|').map((cell) => cell.trim()))
    .toEqual(['', 'ours', '20', '15 to 25', '50', '90', ''])
})

it('compares scores class by class with ours', () => {
  const differences = compareScores({ ours: [0.5, 0.25], peer: [0.25, 0.375], bare: [0.5, 0.25] })
  expect(differences).toEqual({ peer: 0.25, bare: 0 })
})
