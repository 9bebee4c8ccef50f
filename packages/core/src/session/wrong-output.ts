// An output of a model that is not as its manifest says in; the typed error that says why out.
import { ClassifierError } from '../classifier-error'
import { isFloat32Array } from './is-float32-array'

/** @param length values for a picture; null: any number, the same for each */
export function wrongOutput(data: unknown, name: string, pictures: number, length: number | null): ClassifierError {
  if (!isFloat32Array(data)) return invalid(`gave no float32 output "${name}", which its manifest names`)
  if (length === null ? data.length === 0 || data.length % pictures !== 0 : data.length !== pictures * length) {
    const expected = length === null ? `a multiple of ${pictures}` : `${pictures} x ${length}`
    return invalid(`gave ${data.length} values as "${name}" for ${pictures} pictures; expected ${expected}`)
  }
  const mend = 'Try another execution provider.'
  return new ClassifierError('run-failed', `The model gave values as "${name}" that are not finite numbers. ${mend}`)
}

function invalid(difference: string): ClassifierError {
  return new ClassifierError('model-invalid', `The model ${difference}. Export the model again.`)
}
