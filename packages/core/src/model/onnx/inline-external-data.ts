// An ONNX file and the files of its weights in; one ONNX file with all weights inside out.
import { ClassifierError } from '../../classifier-error'
import type { ExternalTensor, OnnxFacts } from './onnx-facts'
import { readFields } from './read-protobuf'
import type { ByteRange, MessageField } from './read-protobuf'

/** Protobuf's own limit. */
const mostBytes = 2 ** 31 - 1

/**
 * onnxruntime reads weights beside a model from a folder of its own accord; from bytes in memory it cannot, and it
 * should not open files that an unknown model names.
 * @param files the bytes of each `location` of `facts.external`
 * Throws 'model-invalid' where a file is too short, 'model-unsupported' beyond 2 GiB.
 */
export function inlineExternalData(
  bytes: Uint8Array,
  facts: OnnxFacts,
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const tensors = new Map(facts.external.map((tensor) => [tensor.range.start, tensor]))
  const replaceTensor = (field: MessageField): readonly Uint8Array[] | undefined => {
    const tensor = tensors.get(field.start)
    return tensor && delimited(field.number, rewriteTensor(bytes, tensor, files))
  }
  const whole = { start: 0, end: bytes.length }
  return join(
    rewrite(bytes, whole, (field) =>
      field.start !== facts.graph.start
        ? undefined
        : delimited(field.number, rewrite(bytes, facts.graph, replaceTensor)),
    ),
  )
}

/** The message with some fields replaced; `replace` gives undefined for those that stay. */
function rewrite(
  bytes: Uint8Array,
  range: ByteRange,
  replace: (field: MessageField) => readonly Uint8Array[] | undefined,
): Uint8Array[] {
  return [...readFields(bytes, range)].flatMap((field) => replace(field) ?? [bytes.subarray(field.tag, field.end)])
}

/** 13 says where the data lies and 14 that it lies there; 9 is the data. */
function rewriteTensor(
  bytes: Uint8Array,
  tensor: ExternalTensor,
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array[] {
  const kept = rewrite(bytes, tensor.range, ({ number }) => ([9, 13, 14].includes(number) ? [] : undefined))
  return [...kept, ...delimited(9, [readWeights(tensor, files.get(tensor.location) ?? new Uint8Array())])]
}

function readWeights({ name, location, offset, bytes }: ExternalTensor, file: Uint8Array): Uint8Array {
  if (offset + bytes <= file.length) return file.subarray(offset, offset + bytes)
  const difference = `its tensor "${name}" needs ${offset + bytes} bytes of "${location}", which has ${file.length}`
  throw new ClassifierError(
    'model-invalid',
    `The weights of the model are cut short: ${difference}. Get the file again.`,
  )
}

function delimited(number: number, content: readonly Uint8Array[]): Uint8Array[] {
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

function join(pieces: readonly Uint8Array[]): Uint8Array {
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
