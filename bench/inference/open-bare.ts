// A model file in; onnxruntime without the SDK out: one call from a finished tensor to probabilities.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InferenceTask } from './inference-task'

type Onnxruntime = typeof import('onnxruntime-common')

/** `pixels`: grey 0..1, [count, 28, 28, 1]. Returns probabilities, [count, 10]. */
export type BareRun = (pixels: Float32Array, count: number) => Promise<Float32Array>

async function load(provider: InferenceTask['provider'], threads: number): Promise<Onnxruntime> {
  process.env.ORT_DISABLE_TELEMETRY ??= '1'
  const loaded: object = provider === 'cpu' ? await import('onnxruntime-node') : await import('onnxruntime-web')
  const onnxruntime = ('default' in loaded ? loaded.default : loaded) as Onnxruntime
  onnxruntime.env.wasm.numThreads = threads
  return onnxruntime
}

/** The session has the options that the SDK gives its own; it computes the same output and nothing else. */
export async function openBare({ folder, provider, threads }: InferenceTask): Promise<BareRun> {
  const { InferenceSession, Tensor } = await load(provider, threads)
  const session = await InferenceSession.create(await readFile(join(folder, 'model.onnx')), {
    executionProviders: [provider], interOpNumThreads: 1, logSeverityLevel: 4,
    ...(provider === 'cpu' && { intraOpNumThreads: threads }),
  })
  return async (pixels, count) => {
    const input = new Tensor('float32', pixels, [count, 28, 28, 1])
    const { probabilities } = await session.run({ [session.inputNames[0]]: input }, ['probabilities'])
    return probabilities.data as Float32Array
  }
}
