// An output of onnxruntime in; its values as float32, copied out of the session's memory, out.
import { ClassifierError } from '../classifier-error'
import { fromFloat16 } from './float16'

interface OutputTensor {
  readonly type: string
  readonly data: unknown
}

/** float16 comes as its bits, or as a Float16Array where the engine has one. Throws 'model-invalid' for other types. */
export function readFloats(name: string, { type, data }: OutputTensor): Float32Array {
  if (type === 'float32' && data instanceof Float32Array) return data.slice()
  if (type === 'float16' && data instanceof Uint16Array) return Float32Array.from(data, fromFloat16)
  if (type === 'float16' && ArrayBuffer.isView(data)) return Float32Array.from(data as unknown as ArrayLike<number>)
  const sentence = `The output "${name}" is ${type}; float32 or float16 is needed.`
  throw new ClassifierError('model-invalid', `${sentence} Export the model again.`)
}
