// An ONNX file and the files of its weights in; one ONNX file with all weights inside out.
import { ClassifierError } from '../../classifier-error'
import type { ExternalTensor, OnnxFacts } from './onnx-facts'
import { readFields } from './read-protobuf'
import type { ByteRange, MessageField } from './read-protobuf'
import { joinMessage, writeDelimited } from './write-protobuf'

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
    return tensor && writeDelimited(field.number, rewriteTensor(bytes, tensor, files))
  }
  const whole = { start: 0, end: bytes.length }
  return joinMessage(
    rewrite(bytes, whole, (field) =>
      field.start !== facts.graph.start
        ? undefined
        : writeDelimited(field.number, rewrite(bytes, facts.graph, replaceTensor)),
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
  return [...kept, ...writeDelimited(9, [readWeights(tensor, files.get(tensor.location) ?? new Uint8Array())])]
}

function readWeights({ name, location, offset, bytes }: ExternalTensor, file: Uint8Array): Uint8Array {
  if (offset + bytes <= file.length) return file.subarray(offset, offset + bytes)
  const difference = `its tensor "${name}" needs ${offset + bytes} bytes of "${location}", which has ${file.length}`
  throw new ClassifierError(
    'model-invalid',
    `The weights of the model are cut short: ${difference}. Get the file again.`,
  )
}
