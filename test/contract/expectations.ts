// What a case got and what it should have got in; nothing out, or an error that says both.

export class ExpectationError extends Error {
  override readonly name = 'ExpectationError'
}

export function check(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new ExpectationError(sentence)
}

/** Compares by JSON: for numbers, strings, null, and lists and plain objects of them. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [received, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  check(received === wanted, `${what} must be ${wanted}; received ${received}.`)
}

export function same(actual: unknown, expected: unknown, what: string): void {
  check(Object.is(actual, expected), `${what} must be the very value ${String(expected)}; received ${String(actual)}.`)
}

/** Every number of the one list within `tolerance` of that of the other. */
export function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number, what: string): void {
  equal(actual.length, expected.length, `The length of ${what}`)
  for (let index = 0; index < expected.length; index++) {
    const difference = Math.abs(actual[index] - expected[index])
    // Negated, so that NaN fails.
    check(!(difference > tolerance) && !Number.isNaN(difference),
      `${what}[${index}] must be ${expected[index]} within ${tolerance}; received ${actual[index]}.`)
  }
}

/** The error that the call rejects with. A call that throws instead of rejecting fails the case. */
export async function rejection(call: () => Promise<unknown>, what: string): Promise<unknown> {
  let answer: Promise<unknown>
  try {
    answer = call()
  } catch (error) {
    throw new ExpectationError(`${what} must reject; it threw before it gave a promise: ${String(error)}`)
  }
  return answer.then(
    () => { throw new ExpectationError(`${what} must reject; it answered.`) },
    (error: unknown) => error,
  )
}

/** The fields of a ClassifierError, read by name: the suite may come with another copy of the package. */
export interface TypedError extends Error {
  readonly code?: unknown
  readonly index?: unknown
}

/** The call rejects with a ClassifierError of this code, which closes its message. */
export async function rejectsWith(code: string, call: () => Promise<unknown>, what: string): Promise<TypedError> {
  const error = await rejection(call, what)
  if (error instanceof ExpectationError) throw error
  check(error instanceof Error, `${what} must reject with an Error; received ${String(error)}.`)
  const typed: TypedError = error
  equal(typed.code, code, `The code of the error of ${what} ("${typed.message}")`)
  equal(typed.name, code === 'aborted' ? 'AbortError' : 'ClassifierError', `The name of the error of ${what}`)
  check(typed.message.endsWith(` [${code}]`), `The message of ${what} must end with [${code}]: "${typed.message}"`)
  check(Symbol.for('stylelens.classifier-error') in error, `The error of ${what} must bear the marker of the SDK.`)
  return typed
}
