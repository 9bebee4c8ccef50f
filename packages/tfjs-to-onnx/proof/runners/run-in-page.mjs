// In a page: one job comes in; what onnxruntime-web's WebGPU provider answers goes out. The page's test calls runJob.
import { InferenceSession, Tensor } from '/runtime/ort.webgpu.bundle.min.mjs'

const types = { float32: Float32Array, int32: Int32Array }

async function answer({ file, questions }) {
  const session = await InferenceSession.create(`/jobs/${file}`, { executionProviders: ['webgpu'], logSeverityLevel: 4 })
  const outputs = []
  for (const feeds of questions) {
    const tensors = feeds.map(({ name, dataType, shape, data }) => [name, new Tensor(dataType, types[dataType].from(data), shape)])
    const results = await session.run(Object.fromEntries(tensors))
    outputs.push(Object.values(results).map(({ dims, data }) => ({ shape: [...dims], data: Array.from(data, Number) })))
  }
  await session.release()
  return { outputs }
}

globalThis.runJob = (job) => answer(job).catch((error) => ({ error: String(error) }))
