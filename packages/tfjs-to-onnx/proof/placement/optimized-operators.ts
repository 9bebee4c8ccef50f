// The bytes of an optimised ONNX file in; how often it holds each operator, out.
import { fromBinary } from '@bufbuild/protobuf'
import { ModelProtoSchema } from '../../src/generated/onnx_pb'

/** Operators of other domains carry the domain, as `com.ms.internal.nhwc.Conv`. Transpose is always there. */
export function operatorHistogram(bytes: Uint8Array): Record<string, number> {
  const counts = new Map<string, number>([['Transpose', 0]])
  for (const { domain, opType } of fromBinary(ModelProtoSchema, bytes).graph?.node ?? []) {
    const name = domain === '' ? opType : `${domain}.${opType}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([left], [right]) => left < right ? -1 : 1))
}
