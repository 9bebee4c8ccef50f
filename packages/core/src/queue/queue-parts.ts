// How calls are joined and wait, as the options ask for it, in; what a queue needs for that out.
import type { ResolvedBatching } from '../options/batching-options'
import type { Runtime } from '../runtime'
import { Company } from './company'
import { fitBatching } from './fit-batching'
import { WaitingRoom } from './waiting-room'

export interface QueueParts {
  /** Pictures in a run that joins calls, and in a run of a list. */
  readonly maxSize: number
  readonly listSize: number
  /** Undefined: there is room for any number. */
  readonly room?: WaitingRoom
  /** Undefined: nobody waits for others. */
  readonly company?: Company
}

/** @param batch the only number of pictures that the graph takes; undefined: any */
export function makeQueueParts(
  platform: Pick<Runtime<never, never>, 'clock' | 'delay'>,
  batching: ResolvedBatching,
  batch: number | undefined,
): QueueParts {
  const fitted = fitBatching(batching, batch)
  const { maxSize, listSize, maxDelay, maxQueue } = fitted
  return {
    maxSize,
    listSize,
    ...(maxQueue < Infinity && { room: new WaitingRoom(maxQueue) }),
    ...(maxDelay > 0 && { company: new Company(fitted, platform) }),
  }
}
