// The times of both sides in; medians, the overhead and its spread out, as figures and as rows of a table.
import { median, quartiles } from '../median'
import type { CallTime, ColdStartAnswer, TimedSides } from './inference-task'

export interface Overhead {
  /** Medians over the rounds; microseconds of one call. */
  readonly ours: number
  readonly bare: number
  /** Median over the rounds of ours - bare. */
  readonly more: number
  /** Median over the rounds of ours / bare - 1, and its quartiles. */
  readonly overhead: number
  readonly quartiles: readonly [number, number]
  /** The same median of the processor's time. */
  readonly processorOverhead: number
}

/** The ratio is taken within each round, as both its sides saw the same state of the machine. */
export function summarizeThroughput({ ours, bare }: TimedSides<'ours' | 'bare'>['times']): Overhead {
  const overheads = (kind: keyof CallTime) => ours.map((time, round) => time[kind] / bare[round][kind] - 1)
  return {
    ours: median(ours.map(({ wall }) => wall)),
    bare: median(bare.map(({ wall }) => wall)),
    more: median(ours.map(({ wall }, round) => wall - bare[round].wall)),
    overhead: median(overheads('wall')),
    quartiles: quartiles(overheads('wall')),
    processorOverhead: median(overheads('processor')),
  }
}

export interface ColdStart {
  readonly milliseconds: number
  readonly megabytes: number
  /** What the import, the model and the first answer added to an empty process. */
  readonly addedMegabytes: number
}

export function summarizeColdStarts(answers: readonly ColdStartAnswer[]): ColdStart {
  const megabytes = (values: number[]) => median(values) / 2 ** 20
  return {
    milliseconds: median(answers.map((answer) => answer.milliseconds)),
    megabytes: megabytes(answers.map((answer) => answer.bytes)),
    addedMegabytes: megabytes(answers.map((answer) => answer.bytes - answer.bytesBefore)),
  }
}

export const percent = (share: number) => `${(share * 100).toFixed(1)} %`

export function throughputCells({ ours, bare, more, overhead, quartiles, processorOverhead }: Overhead): string[] {
  const times = [bare, ours, more].map((time) => time.toFixed(0))
  return [...times, percent(overhead), quartiles.map(percent).join(' to '), percent(processorOverhead)]
}

export function coldStartCells(ours: ColdStart, bare: ColdStart): string[] {
  const memory = ({ megabytes, addedMegabytes }: ColdStart) =>
    `${megabytes.toFixed(0)} (+${addedMegabytes.toFixed(0)})`
  const times = [bare.milliseconds, ours.milliseconds].map((time) => time.toFixed(0))
  const ratio = ours.milliseconds / bare.milliseconds
  return [...times, ratio.toFixed(2), memory(bare), memory(ours)]
}
