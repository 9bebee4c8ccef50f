// Options as a caller gave them in; whether all are of the few that most callers give, and plainly right, out.
import { isAbortSignal } from '../abort/is-abort-signal'
import { isFiniteNumber, isRecord } from '../is-record'

/** True: right. False: to be looked at with the tables, which are loaded then, and say what is wrong. */
type Checks = Readonly<Record<string, (value: unknown) => boolean>>

const isFunction = (value: unknown): boolean => typeof value === 'function'

export const plainOfCreation: Checks = {
  model: (value) => typeof value === 'string' && value !== '',
  worker: (value) => typeof value === 'boolean',
  onProgress: isFunction,
  onFallback: isFunction,
  signal: isAbortSignal,
}

export const plainOfCall: Checks = {
  topK: (value) => value === null || (Number.isSafeInteger(value) && (value as number) >= 1),
  scoreThreshold: (value) => isFiniteNumber(value) && value >= 0 && value <= 1,
  signal: isAbortSignal,
}

export function arePlain(options: unknown, checks: Checks): boolean {
  if (options === undefined) return true
  return isRecord(options) && Object.entries(options).every(([name, value]) =>
    Object.hasOwn(checks, name) && (value === undefined || checks[name](value)))
}
