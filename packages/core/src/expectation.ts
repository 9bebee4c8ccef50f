// What a value must be: the words for an error message in, and the test that belongs to them.
import { isFiniteNumber, isRecord } from './is-record'

export interface Expectation {
  /** Completes "must be ...". */
  readonly words: string
  accepts(value: unknown): boolean
}

export const text: Expectation = {
  words: 'a string that is not empty',
  accepts: (value) => typeof value === 'string' && value.length > 0,
}

export const boolean: Expectation = {
  words: 'true or false',
  accepts: (value) => typeof value === 'boolean',
}

export const positiveNumber: Expectation = {
  words: 'a finite number above 0',
  accepts: (value) => isFiniteNumber(value) && value > 0,
}

export const plainObject: Expectation = {
  words: 'an object',
  accepts: isRecord,
}

/** A whole number within `least..most`, both included. */
export function integer(least: number, most = Number.MAX_SAFE_INTEGER): Expectation {
  const limit = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
  return {
    words: `a whole number ${limit}`,
    accepts: (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
  }
}

/** One of a few strings or numbers. */
export function oneOf(...values: readonly (string | number)[]): Expectation {
  return {
    words: values.map((value) => JSON.stringify(value)).join(' or '),
    accepts: (value) => (values as readonly unknown[]).includes(value),
  }
}
