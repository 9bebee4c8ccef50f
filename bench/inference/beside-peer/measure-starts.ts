// Who takes part, a model and a picture in; the start and the peak of memory of each, in fresh processes in turns, out.
import { alternate } from '../../alternate'
import type { Sdk } from '../locate-sdk'
import type { ContestantName, RowPictures } from './bench-row'
import { ContestantProcess, type ContestantStart, type ContestantTask } from './contestant-process'

export interface MeasuredStart extends ContestantStart {
  /** Bytes, after the further rows too. */
  readonly peak: number
}

export type MeasuredStarts = Readonly<Partial<Record<ContestantName, readonly MeasuredStart[]>>>

/** The first of each only brings the files into memory, and does not count. */
export async function measureStarts(
  names: readonly ContestantName[],
  task: ContestantTask,
  further: readonly RowPictures[],
  { sdk, count }: { readonly sdk: Sdk; readonly count: number },
): Promise<MeasuredStarts> {
  const starts = Object.fromEntries(names.map((name) => [name, [] as MeasuredStart[]]))
  for (const [round, order] of alternate(names, count + 1).entries()) {
    for (const name of order) {
      const start = await measureStart(name, task, further, sdk)
      if (round > 0) starts[name].push(start)
    }
  }
  return starts
}

async function measureStart(
  name: ContestantName,
  task: ContestantTask,
  further: readonly RowPictures[],
  sdk: Sdk,
): Promise<MeasuredStart> {
  const process = await ContestantProcess.open(name, task, sdk)
  for (const row of further) {
    await process.prepare(row)
    await process.time(2)
  }
  const peak = await process.peakMemory()
  await process.end()
  return { ...process.start, peak }
}
