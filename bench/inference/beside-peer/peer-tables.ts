// Measured rows and starts in; their medians and ratios as tables, and whether the goals are met, out.
import { formatTable } from '../../format-table'
import { median, quartiles } from '../../median'
import type { CallTime } from '../inference-task'
import type { MeasuredRow } from './measure-rows'
import type { MeasuredStart, MeasuredStarts } from './measure-starts'

/** Up to this size we are to be ahead of the peer, above it within `nearGoal` of its time. */
const aheadUpTo = 1 // megapixels
const nearGoal = 1.3

type Kind = keyof CallTime

/** Their time for each of ours, within each round: above 1 we are ahead. */
export function ratios(theirs: readonly CallTime[], ours: readonly CallTime[], kind: Kind): number[] {
  return theirs.map((time, round) => time[kind] / ours[round][kind])
}

/** Three digits, and all those before the point. */
function milliseconds(times: readonly CallTime[] | undefined): string {
  if (times === undefined) return ''
  const value = median(times.map(({ wall }) => wall)) / 1000
  return value < 100 ? value.toPrecision(3) : value.toFixed(0)
}

const columns = [
  'settings', 'pictures', 'batch', 'bare, ms', 'ours, ms', 'peer, ms',
  'peer / ours', 'middle half', 'by processor time', 'bare / ours', 'peer scores apart',
]

function cellsOf({ settings, row, times: { ours = [], bare, peer }, differences }: MeasuredRow): string[] {
  const beside = (others: readonly CallTime[] | undefined, kind: Kind) =>
    others === undefined ? '' : median(ratios(others, ours, kind)).toFixed(2)
  const spread = (others: readonly CallTime[] | undefined) =>
    others === undefined ? '' : quartiles(ratios(others, ours, 'wall')).map((value) => value.toFixed(2)).join(' to ')
  return [
    settings, row.what, String(row.batch), milliseconds(bare), milliseconds(ours), milliseconds(peer),
    beside(peer, 'wall'), spread(peer), beside(peer, 'processor'), beside(bare, 'wall'),
    differences.peer === undefined ? '' : differences.peer.toExponential(0),
  ]
}

/** What of the goals is not met, in words; empty where all are. */
export function missedGoals(measured: readonly MeasuredRow[]): string[] {
  return measured.flatMap(({ settings, row, times: { ours = [], peer } }) => {
    if (peer === undefined) return []
    const least = row.megapixels <= aheadUpTo ? 1 : 1 / nearGoal
    const ratio = median(ratios(peer, ours, 'wall'))
    return ratio >= least ? [] : [`${row.what}, batch ${row.batch}, ${settings}: ${ratio.toFixed(2)}`]
  })
}

export function rowsTable(measured: readonly MeasuredRow[]): string {
  const missed = missedGoals(measured)
  const hasPeer = measured.some(({ times }) => times.peer !== undefined)
  const verdict = missed.length === 0 ? 'met' : `NOT met (peer / ours): ${missed.join('; ')}`
  const goal = `Goal: ahead of the peer up to ${aheadUpTo} MP, within ${nearGoal} times its time above: ${verdict}.`
  return [formatTable(columns, measured.map(cellsOf)), ...(hasPeer ? [goal] : [])].join('\n\n')
}

const startColumns = ['contestant', 'start, ms', 'middle half', 'memory, MB', 'peak, MB']

export function startsTable(starts: MeasuredStarts): string {
  const megabytes = (answers: readonly MeasuredStart[], key: 'bytes' | 'peak') =>
    (median(answers.map((answer) => answer[key])) / 2 ** 20).toFixed(0)
  return formatTable(startColumns, Object.entries(starts).map(([name, answers]) => {
    const times = answers.map((answer) => answer.milliseconds)
    const spread = quartiles(times).map((value) => value.toFixed(0)).join(' to ')
    return [name, median(times).toFixed(0), spread, megabytes(answers, 'bytes'), megabytes(answers, 'peak')]
  }))
}

/** A line a row, for those who only want to know how it stands. */
export function shortTable(measured: readonly MeasuredRow[], settings: string): string {
  const rows = measured.filter((row) => row.settings === settings)
  return formatTable(['pictures', 'batch', 'ours, ms', 'peer, ms', 'peer / ours'], rows.map((row) => {
    const cells = cellsOf(row)
    return [cells[1], cells[2], cells[4], cells[5], cells[6]]
  }))
}
