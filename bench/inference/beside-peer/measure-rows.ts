// The rows, settings and who takes part in; the times of each row, and how far the scores are apart, out.
import type { CallTime } from '../inference-task'
import type { Sdk } from '../locate-sdk'
import { timeRounds, type RoundWishes, type TimeCalls } from '../time-rounds'
import type { BenchRow, ContestantName, RowPictures } from './bench-row'
import { ContestantProcess } from './contestant-process'
import type { BenchNetworkName } from './make-network'

export interface PeerSettings {
  readonly name: string
  readonly threads: number
  readonly best: boolean
}

export interface ReadyRow extends BenchRow {
  readonly pictures: RowPictures
}

export interface MeasuredRow {
  readonly settings: string
  readonly row: BenchRow
  readonly times: Readonly<Partial<Record<ContestantName, readonly CallTime[]>>>
  /** The most that any score of the row's first picture is from ours. */
  readonly differences: Readonly<Partial<Record<ContestantName, number>>>
}

export interface Match {
  readonly names: readonly ContestantName[]
  readonly folders: Readonly<Record<BenchNetworkName, string>>
  readonly sdk: Sdk
  readonly wishes: RoundWishes
}

/** Every contestant has a process of its own for each model, and they are asked in turns. */
export async function measureRows(
  { names, folders, sdk, wishes }: Match,
  { name, threads, best }: PeerSettings,
  rows: readonly ReadyRow[],
): Promise<MeasuredRow[]> {
  const measured: MeasuredRow[] = []
  for (const model of new Set(rows.map((row) => row.model))) {
    const ofModel = rows.filter((row) => row.model === model)
    const task = { folder: folders[model], threads, best, first: ofModel[0].pictures }
    const processes: ContestantProcess[] = []
    for (const contestant of names) processes.push(await ContestantProcess.open(contestant, task, sdk))
    for (const { pictures, ...row } of ofModel) {
      measured.push({ settings: name, row, ...(await measureRow(processes, pictures, wishes)) })
    }
    for (const process of processes) await process.end()
  }
  return measured
}

async function measureRow(processes: readonly ContestantProcess[], pictures: RowPictures, wishes: RoundWishes) {
  const scores: Partial<Record<ContestantName, number[]>> = {}
  for (const process of processes) scores[process.name] = await process.prepare(pictures)
  const timers = processes.map((process): [ContestantName, TimeCalls] => [process.name, (count) => process.time(count)])
  const { times } = await timeRounds(Object.fromEntries(timers), wishes)
  return { times, differences: compareScores(scores) }
}

export function compareScores(
  scores: Readonly<Partial<Record<ContestantName, readonly number[]>>>,
): MeasuredRow['differences'] {
  const { ours = [], ...others } = scores
  return Object.fromEntries(Object.entries(others).map(([name, other]) =>
    [name, Math.max(...ours.map((score, index) => Math.abs(score - other[index])))]))
}
