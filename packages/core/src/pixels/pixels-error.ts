// A sentence about raw pixels in, the typed error out.
import { ClassifierError } from '../classifier-error'

const mend = 'Pass width * height * channels values: integers 0..255, or floats 0..1 in a Float32Array.'

/** @param sentence What is wrong and the value received, as a whole sentence. */
export function pixelsError(sentence: string): ClassifierError {
  return new ClassifierError('pixels-invalid', `${sentence} ${mend}`)
}
