// The worker option as a caller writes it in; checked, with defaults, out; and its table for the docs.
import { integer } from '../expectation'
import { isRecord } from '../is-record'
import { countOrInfinity } from './batching-options'
import { checkOptions } from './check-options'
import type { OptionTable } from './option-table'

/** See `workerOptionTable` for defaults and meanings. */
export interface WorkerOptions {
  readonly size?: number | undefined
  readonly maxQueue?: number | undefined
}

export interface ResolvedWorkerOptions {
  readonly size: number
  /** Undefined: as `batching.maxQueue` says. */
  readonly maxQueue: number | undefined
}

export const workerOptionTable = {
  size: {
    type: 'number',
    default: undefined,
    defaultText: 'in Node one fewer than the processors, 1 to 4',
    description: 'Workers, each with the model in its own memory.',
    expectation: integer(1, 128),
  },
  maxQueue: {
    type: 'number',
    default: undefined,
    defaultText: '`batching.maxQueue`',
    description: 'Pictures that may wait for a worker, beside those that the workers have: up to `batching.maxSize` '
      + 'each, or up to `maxQueue` where that is less. A call for which there is no room is refused at once with '
      + '`queue-full`.',
    expectation: countOrInfinity,
  },
} as const satisfies OptionTable

export function resolveWorkerOptions(
  given: boolean | WorkerOptions | undefined,
  defaultSize: () => number,
): ResolvedWorkerOptions {
  const options = isRecord(given) ? given as WorkerOptions : {}
  checkOptions(workerOptionTable, options, 'worker.')
  return { size: options.size ?? defaultSize(), maxQueue: options.maxQueue }
}
