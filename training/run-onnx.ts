// An ONNX model's bytes and 8-bit pictures in, its outputs out: on onnxruntime-node's CPU or on WebAssembly, without the SDK.
import { createRequire } from 'node:module'
import { scalePictures } from './dataset/scale-pictures'

export type OnnxRuntime = 'onnxruntime-node' | 'onnxruntime-web'

interface OnnxSession {
  readonly inputNames: readonly string[]
  run(feeds: Record<string, unknown>): Promise<Record<string, { readonly data: Float32Array }>>
  release(): Promise<void>
}

interface Onnx {
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown
  readonly InferenceSession: { create(bytes: Uint8Array, options: object): Promise<OnnxSession> }
  readonly env: { wasm: { numThreads?: number } }
}

async function open(runtime: OnnxRuntime): Promise<Onnx> {
  process.env.ORT_DISABLE_TELEMETRY ??= '1'
  if (runtime === 'onnxruntime-node') return createRequire(import.meta.url)('onnxruntime-node') as Onnx
  const web = (await import('onnxruntime-web')) as unknown as Onnx
  web.env.wasm.numThreads = 1
  return web
}

/** `indices`: which of the pictures [N * 784]; returns each named output for all of them, concatenated. */
export async function runOnnx(
  runtime: OnnxRuntime,
  model: Uint8Array,
  pictures: Uint8Array,
  indices: Int32Array,
  outputs: readonly string[],
  batchSize = 500,
): Promise<Record<string, Float32Array>> {
  const { Tensor, InferenceSession } = await open(runtime)
  const executionProviders = [runtime === 'onnxruntime-node' ? 'cpu' : 'wasm']
  const session = await InferenceSession.create(model, {
    executionProviders,
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
  })
  const parts = outputs.map((): Float32Array[] => [])
  for (let start = 0; start < indices.length; start += batchSize) {
    const chosen = indices.subarray(start, start + batchSize)
    const batch = new Float32Array(chosen.length * 784)
    scalePictures(pictures, chosen, batch)
    const answer = await session.run({
      [session.inputNames[0]]: new Tensor('float32', batch, [chosen.length, 28, 28, 1]),
    })
    outputs.forEach((name, index) => parts[index].push(Float32Array.from(answer[name].data)))
  }
  await session.release()
  return Object.fromEntries(outputs.map((name, index) => [name, concatenate(parts[index])]))
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
