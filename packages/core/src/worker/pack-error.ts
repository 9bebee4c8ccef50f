// Any thrown value in, plain data that can be cloned out; and back again, with code, causes, stack and marker.
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { ClassifierErrorCode } from '../error-codes'
import { isErrorLike } from './is-error-like'
import { packPlain } from './pack-plain'

/** A thrown value that is no error keeps only `value`. */
export interface PackedError {
  readonly error?: {
    readonly name: string
    readonly message: string
    readonly stack?: string
    /** Set for errors of the SDK. */
    readonly code?: ClassifierErrorCode
    /** Other own fields, e.g. `index`, or `errno` and `path` of an error of the system. */
    readonly fields: Readonly<Record<string, unknown>>
    readonly cause?: PackedError
    /** Those of an AggregateError. */
    readonly errors?: readonly PackedError[]
  }
  readonly value?: unknown
}

// Deeper chains are made by mistake, for instance by a cause that leads back to its error.
const deepestCause = 16

const ownFields = new Set(['name', 'message', 'stack', 'cause', 'errors'])

export function packError(thrown: unknown, depth = 0): PackedError {
  if (!isErrorLike(thrown)) return { value: packPlain(thrown) }
  const { name, message, stack } = thrown
  const { cause, errors } = thrown as { readonly cause?: unknown; readonly errors?: unknown }
  const deeper = depth < deepestCause
  return {
    error: {
      name: String(name),
      message: String(message),
      ...(typeof stack === 'string' && { stack }),
      ...(isClassifierError(thrown) && { code: thrown.code }),
      fields: fieldsOf(thrown),
      ...(deeper && 'cause' in thrown && { cause: packError(cause, depth + 1) }),
      ...(deeper && Array.isArray(errors) && { errors: errors.map((one) => packError(one, depth + 1)) }),
    },
  }
}

function fieldsOf(error: object): Record<string, unknown> {
  const fields = Object.entries(error).filter(([name]) => !ownFields.has(name))
  return Object.fromEntries(fields.map(([name, value]) => [name, packPlain(value)]))
}

// Classes that every JavaScript engine has; others come back as an Error that bears their name.
const errorClasses: Readonly<Record<string, new (message: string, details: { cause?: unknown }) => Error>> =
  { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }

/** An error of the SDK comes back as a ClassifierError; its stack is that of the worker. */
export function unpackError(packed: PackedError): unknown {
  if (packed.error === undefined) return packed.value
  const { name, message, stack, code, fields, cause, errors } = packed.error
  const details = cause === undefined ? {} : { cause: unpackError(cause) }
  const error = code === undefined
    ? new (errorClasses[name] ?? Error)(message, details)
    : new ClassifierError(code, withoutCode(message, code), details)
  if (errors !== undefined) define(error, 'errors', errors.map(unpackError))
  if (stack !== undefined) define(error, 'stack', stack)
  if (error.name !== name) define(error, 'name', name)
  return Object.assign(error, fields)
}

// The constructor adds it again.
function withoutCode(message: string, code: string): string {
  const ending = ` [${code}]`
  return message.endsWith(ending) ? message.slice(0, -ending.length) : message
}

// As the engine defines them itself: not listed among the fields.
function define(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, configurable: true, writable: true, enumerable: false })
}
