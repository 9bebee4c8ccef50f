// What classifyDetailed was given, where that is a list, in; the typed error out.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'

export function onePictureOnly(given: unknown): ClassifierError {
  const sentence = `classifyDetailed takes one picture; received ${describeValue(given)}. Call it for each picture.`
  return new ClassifierError('input-type', sentence)
}
