// A step of the platform in; its result out, or its failure as a ClassifierError.
import { ClassifierError, isClassifierError } from './classifier-error'
import type { ClassifierErrorCode } from './error-codes'

/** Errors that already have a code pass unchanged; any other becomes the cause of one with this code. */
export async function withTypedErrors<Value>(
  code: ClassifierErrorCode,
  sentence: string,
  step: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await step()
  } catch (error) {
    if (isClassifierError(error)) throw error
    throw new ClassifierError(code, `${sentence}: ${messageOf(error)}`, { cause: error })
  }
}

export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error)
}
