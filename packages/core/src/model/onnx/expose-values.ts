// The bytes of an ONNX file and names of values within its graph in; a file whose graph gives out those values too out.
import { joinMessage, writeDelimited } from './write-protobuf'

const modelGraph = 7
const graphOutput = 12
const valueName = 1

/**
 * A second graph, of outputs alone, is put behind the file: protobuf merges the parts of one message, so the outputs
 * are added to those of the first. onnxruntime infers their types and shapes. A weight is a value like any other.
 */
export function exposeValues(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const outputs = names.flatMap((name) => writeDelimited(graphOutput, writeDelimited(valueName, [encodeUtf8(name)])))
  return joinMessage([bytes, ...writeDelimited(modelGraph, outputs)])
}

/** The pipeline has no TextEncoder: the engine's own percent-encoding is that of UTF-8. */
function encodeUtf8(text: string): Uint8Array {
  const letters = encodeURIComponent(text).match(/%..|./g) ?? []
  return Uint8Array.from(letters, (letter) =>
    letter.length === 1 ? letter.charCodeAt(0) : parseInt(letter.slice(1), 16),
  )
}
