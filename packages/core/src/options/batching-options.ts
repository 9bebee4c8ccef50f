// The batching option as a caller writes it in; checked, with defaults, out; and its table for the docs.
import { integer } from '../expectation'
import type { Expectation } from '../expectation'
import { checkOptions } from './check-options'
import { batchingDefaults } from './option-defaults'
import type { OptionTable } from './option-table'

/** See `batchingOptionTable` for defaults and meanings. */
export interface BatchingOptions {
  readonly maxSize?: number | undefined
  readonly maxDelay?: number | undefined
  readonly maxQueue?: number | undefined
}

export interface ResolvedBatching {
  /** Pictures in a run that joins calls. */
  readonly maxSize: number
  /** Pictures in a run of a list. */
  readonly listSize: number
  /** Milliseconds. */
  readonly maxDelay: number
  readonly maxQueue: number
}

// A minute: longer than any caller waits for company, and far within what a timer holds.
const longestDelay = 60_000

export const countOrInfinity: Expectation = {
  words: 'a whole number of at least 1, or Infinity',
  accepts: (value) => value === Infinity || integer(1).accepts(value),
}

export const batchingOptionTable = {
  maxSize: {
    type: 'number',
    default: batchingDefaults.maxSize,
    description: 'Pictures of different calls that are joined into one run at most. Where it is given, '
      + `the runs of a list have no more pictures either; where not, they have up to ${batchingDefaults.listSize}.`,
    expectation: integer(1, 65_536),
  },
  maxDelay: {
    type: 'number',
    default: batchingDefaults.maxDelay,
    description: 'Milliseconds that a call waits for company when the model is free. '
      + '0: only calls that wait already are joined.',
    expectation: integer(0, longestDelay),
  },
  maxQueue: {
    type: 'number',
    default: batchingDefaults.maxQueue,
    defaultText: 'Infinity',
    description: 'Pictures that may wait for their run. A call for which there is no room is refused at once with '
      + '`queue-full`; a list counts with the pictures of its first run, and finds room wherever nobody waits.',
    expectation: countOrInfinity,
  },
} as const satisfies OptionTable

export function resolveBatching(options: BatchingOptions | undefined): ResolvedBatching {
  checkOptions(batchingOptionTable, options, 'batching.')
  const { maxSize, listSize, maxDelay, maxQueue } = batchingDefaults
  return {
    maxSize: options?.maxSize ?? maxSize,
    listSize: options?.maxSize ?? listSize,
    maxDelay: options?.maxDelay ?? maxDelay,
    maxQueue: options?.maxQueue ?? maxQueue,
  }
}
