// The bytes of a file in; the ONNX model they hold out, or the typed error that says what the file is instead.
import { fromBinary } from '@bufbuild/protobuf'
import { ConversionError } from '../conversion-error'
import { ModelProtoSchema } from '../generated/onnx_pb'
import type { GraphProto, ModelProto } from '../generated/onnx_pb'
import { describeForeignFile } from '../saved-model/describe-foreign-file'
import { assertWhole } from './read-tensor'

export interface DecodedModel {
  readonly model: ModelProto
  readonly graph: GraphProto
}

/**
 * `name` is the file's name for the sentences of errors.
 * @throws ConversionError 'file-invalid' for what is no ONNX file, 'file-damaged' where it is cut short.
 */
export function decodeModel(bytes: Uint8Array, name: string): DecodedModel {
  const foreign = describeForeignFile(bytes) ?? describeOtherModel(bytes)
  if (foreign !== undefined) throw invalid(name, foreign)
  const model = parse(bytes, name)
  const { graph, irVersion, opsetImport } = model
  if (graph === undefined || graph.node.length === 0 || graph.output.length === 0) {
    throw invalid(name, 'it holds no graph, so it is no ONNX file or lost its end. Export or copy it again')
  }
  if (irVersion === 0n || opsetImport.length === 0) {
    throw invalid(name, 'it names no ONNX version (ir_version, opset_import). Export the model again')
  }
  for (const tensor of graph.initializer) assertWhole(tensor, name)
  return { model, graph }
}

function parse(bytes: Uint8Array, name: string): ModelProto {
  try {
    return fromBinary(ModelProtoSchema, bytes)
  } catch (cause) {
    throw invalid(name, `it is no ONNX file, or it is damaged: ${(cause as Error).message}`, cause)
  }
}

/** Formats of models whose marks lie behind the first bytes, and text, which no ONNX file is. */
function describeOtherModel(bytes: Uint8Array): string | undefined {
  const mark = String.fromCharCode(...bytes.subarray(4, 8))
  if (mark === 'TFL3') return 'it is a TensorFlow Lite model'
  if (mark === 'ORTM') return 'it is in the format of onnxruntime (.ort). Pass the ONNX file that it was made of'
  const start = new TextDecoder().decode(bytes.subarray(0, 64))
  if (/^\s*[{[]/.test(start)) return 'it is JSON. A model.json is converted by `tfjs-to-onnx model.json out.onnx`'
  if (start.startsWith('version https://git-lfs')) return 'it is a pointer of Git LFS. Run `git lfs pull`'
  return undefined
}

function invalid(name: string, reason: string, cause?: unknown): ConversionError {
  return new ConversionError('file-invalid', `Cannot read "${name}": ${reason}.`, { key: name, cause })
}
