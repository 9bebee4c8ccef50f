// Nothing in; onnxruntime-web's WebAssembly provider, in Node, as a runner out.
import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import type { Feed } from '../numbers'
import type { Runner } from './runner'

env.wasm.numThreads = 1
env.logLevel = 'error'

export const wasm: Runner = {
  name: 'onnxruntime-web wasm',
  async open(bytes) {
    const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'], logSeverityLevel: 3 })
    return {
      async run(feeds) {
        const outputs = await session.run(toTensors(feeds))
        return Object.fromEntries(Object.entries(outputs).map(([name, { dims, data }]) =>
          [name, { shape: dims, data: data as Float32Array }]))
      },
      release: () => session.release(),
    }
  },
}

const toTensors = (feeds: readonly Feed[]): Record<string, Tensor> =>
  Object.fromEntries(feeds.map(({ name, dataType, shape, data }) => [name, dataType === 'int32'
    ? new Tensor('int32', Int32Array.from(data), shape)
    : new Tensor('float32', Float32Array.from(data), shape)]))
