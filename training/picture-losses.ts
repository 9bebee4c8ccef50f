// The losses of the validation pictures as a short text and back: what two runs are compared by, picture by picture.
import { Float16Array } from '@petamoriken/float16'

/** Half precision, base64. */
export const packLosses = (losses: ArrayLike<number>): string =>
  Buffer.from(Float16Array.from(losses).buffer).toString('base64')

export function unpackLosses(text: string): Float32Array {
  return Float32Array.from(new Float16Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer))
}
