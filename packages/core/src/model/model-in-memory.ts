// A model that the caller holds in memory in; its files out, as a platform's loadModel would give them.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'
import type { ModelFiles, ModelInMemory } from './model-files'

/** Throws 'option-invalid' for bytes that are none. */
export function filesInMemory({ manifest, bytes }: ModelInMemory): ModelFiles {
  const model = readBytes(bytes)
  if (model === undefined) {
    const sentence = `Option "model.bytes" must be the bytes of an ONNX file; received ${describeValue(bytes)}.`
    throw new ClassifierError('option-invalid', `${sentence} Pass a Uint8Array or an ArrayBuffer.`)
  }
  return { manifest, readModel: async () => model }
}

// Not instanceof: test runners and iframes have an ArrayBuffer of their own.
function readBytes(bytes: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = Object.prototype.toString.call(bytes)
  return /Array(Buffer)\]$/.test(tag) ? new Uint8Array(bytes as ArrayBuffer) : undefined
}
