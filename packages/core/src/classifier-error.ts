// The one error class of the SDK: a stable code, a sentence, a mend, a cause, recognised by a marker.
import type { ClassifierErrorCode } from './error-codes'

const marker = Symbol.for('stylelens.classifier-error')

export interface ClassifierErrorDetails {
  readonly cause?: unknown
  /** Position of the failing picture in a batch. */
  readonly index?: number
}

/** What happened, the value received and what to do are in the message; the code is stable and closes it in brackets. */
export class ClassifierError extends Error {
  readonly code: ClassifierErrorCode
  declare readonly index?: number
  readonly [marker] = true

  constructor(code: ClassifierErrorCode, sentence: string, details: ClassifierErrorDetails = {}) {
    super(`${sentence} [${code}]`, 'cause' in details ? { cause: details.cause } : undefined)
    this.name = code === 'aborted' ? 'AbortError' : 'ClassifierError'
    this.code = code
    if (details.index !== undefined) this.index = details.index
  }
}

/** True for an error of this SDK, also one made by another copy of it; with a code, only for that code. */
export function isClassifierError(error: unknown, code?: ClassifierErrorCode): error is ClassifierError {
  if (typeof error !== 'object' || error === null || !(marker in error)) return false
  return code === undefined || (error as ClassifierError).code === code
}
