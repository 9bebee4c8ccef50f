// What a listener is told in, plain data that can be cloned out; and back again.
import { isRecord } from '../is-record'
import { isErrorLike } from './is-error-like'
import { packError, unpackError } from './pack-error'
import type { PackedError } from './pack-error'
import { packPlain } from './pack-plain'

/** An event is an error itself, or an object with fields, some of which may be errors. */
export interface PackedEvent {
  readonly plain: unknown
  readonly error?: PackedError
  readonly errors?: Readonly<Record<string, PackedError>>
}

export function packEvent(event: unknown): PackedEvent {
  if (isErrorLike(event)) return { plain: undefined, error: packError(event) }
  if (!isRecord(event)) return { plain: packPlain(event) }
  const fields = Object.entries(event)
  const errors = fields.filter(([, value]) => isErrorLike(value))
  const others = fields.filter(([, value]) => !isErrorLike(value))
  return {
    plain: Object.fromEntries(others.map(([name, value]) => [name, packPlain(value)])),
    errors: Object.fromEntries(errors.map(([name, value]) => [name, packError(value)])),
  }
}

export function unpackEvent({ plain, error, errors }: PackedEvent): unknown {
  if (error !== undefined) return unpackError(error)
  if (errors === undefined) return plain
  const revived = Object.entries(errors).map(([name, value]) => [name, unpackError(value)])
  return { ...(plain as object), ...Object.fromEntries(revived) }
}
