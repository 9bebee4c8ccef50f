// Work that must throw an error of the SDK in; that error out.
import { isClassifierError } from '../src/index'
import type { ClassifierError } from '../src/index'

export function errorOf(work: () => unknown): ClassifierError {
  try {
    work()
  } catch (error) {
    if (isClassifierError(error)) return error
    throw error
  }
  throw new Error('It threw no error.')
}
