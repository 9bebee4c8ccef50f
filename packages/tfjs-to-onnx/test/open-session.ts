// A model in; a function that runs it on ONNX Runtime, native, and keeps the session while the model stays the same, out.
import * as ort from 'onnxruntime-node'
import type { Answers, Feeds, RunModel } from '../src/quantize/quantization-options'

process.env.ORT_DISABLE_TELEMETRY = '1'

export function openRunner(settings: ort.InferenceSession.SessionOptions = {}): RunModel {
  const sessions = new WeakMap<Uint8Array, Promise<ort.InferenceSession>>()
  const sessionOf = (model: Uint8Array): Promise<ort.InferenceSession> => {
    const options = { graphOptimizationLevel: 'disabled', intraOpNumThreads: 1, logSeverityLevel: 4, ...settings } as const
    const session = sessions.get(model) ?? ort.InferenceSession.create(model, options)
    sessions.set(model, session)
    return session
  }
  return async (model: Uint8Array, feeds: Feeds): Promise<Answers> => {
    const tensors = Object.entries(feeds).map(([name, { dataType, data, dims }]) =>
      [name, new ort.Tensor(dataType, data as Float32Array, dims)])
    return (await sessionOf(model)).run(Object.fromEntries(tensors) as Record<string, ort.Tensor>)
  }
}
