// A value that can be no picture in; the typed error that says so out.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'

export function noPicture(value: unknown): ClassifierError {
  const hint = Array.isArray(value) ? 'Lists of pictures cannot be nested.' : 'Pass a path, URL, Blob, bytes or pixels.'
  return new ClassifierError('input-type', `A picture cannot be ${describeValue(value)}. ${hint}`)
}
