// Fields of a protobuf message in; their bytes, in pieces that are not copied before they are joined, out.
import { ClassifierError } from '../../classifier-error'

/** Protobuf's own limit. */
const mostBytes = 2 ** 31 - 1

/** A field with content of its own length: a message, a text, bytes. */
export function writeDelimited(number: number, content: readonly Uint8Array[]): Uint8Array[] {
  return [writeVarint(number * 8 + 2), writeVarint(lengthOf(content)), ...content]
}

function writeVarint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Uint8Array.of(...bytes, rest)
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((total, { length }) => total + length, 0)
}

/** Throws 'model-unsupported' beyond 2 GiB. */
export function joinMessage(pieces: readonly Uint8Array[]): Uint8Array {
  const length = lengthOf(pieces)
  if (length > mostBytes) {
    const sentence = `With its weights the model has ${length} bytes; onnxruntime reads ${mostBytes} at most.`
    throw new ClassifierError('model-unsupported', `${sentence} Use a smaller dtype.`)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
