// Queues that answer every picture with itself in; what ran, with whom and in which order, out.
import { Company } from '../src/queue/company'
import { RunQueue } from '../src/run-queue'
import type { OutputLengths, PictureOutputs } from '../src/session/model-outputs'
import { FakeTimers } from './fake-timers'

export class RecordedRuns {
  readonly timers = new FakeTimers()
  /** The first value of every picture of each run. */
  readonly values: number[][] = []
  /** The outputs that each run was asked for. */
  readonly wanted: string[][] = []
  /** Every run waits for it. */
  gate: Promise<unknown> = Promise.resolve()
  /** Throws where a run with these pictures is to fail. */
  refuse: (pictures: readonly number[]) => void = () => undefined

  /** Joins up to 4 pictures unless told otherwise. */
  queue({ maxSize = 4, maxDelay = 0 }: { readonly maxSize?: number; readonly maxDelay?: number } = {}): RunQueue {
    const { timers } = this
    const platform = {
      clock: () => timers.tick(),
      delay: (...wait: Parameters<FakeTimers['delay']>) => timers.delay(...wait),
    }
    const company = maxDelay > 0 ? new Company({ maxSize, maxDelay }, platform) : undefined
    return new RunQueue((pictures, lengths) => this.#run(pictures, lengths), { maxSize, company })
  }

  /** Answers each picture with itself, under every name that is asked for. */
  async #run(pictures: readonly Float32Array[], lengths: OutputLengths): Promise<PictureOutputs[]> {
    const values = pictures.map(([value]) => value)
    const names = Object.keys(lengths)
    this.values.push(values)
    this.wanted.push(names)
    await this.gate
    this.refuse(values)
    return values.map((value) => Object.fromEntries(names.map((name) => [name, Float32Array.of(value)])))
  }
}

export const request = (...values: number[]) => ({
  pictures: values.map((value) => Float32Array.of(value)),
  lengths: { scores: 1 },
})

export const answerTo = async (queue: RunQueue, ...values: number[]): Promise<number[]> =>
  (await queue.enqueue(request(...values))).map(({ scores }) => scores[0])
