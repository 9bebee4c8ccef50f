// A fresh process: a model and a provider as JSON in; the time from the import of onnxruntime to its first output out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const { folder, provider, threads } = JSON.parse(process.argv[2])
const pixels = new Float32Array(784).map((_, place) => (place % 28 > 7 && place % 28 < 20 ? 150 / 255 : 0))
process.env.ORT_DISABLE_TELEMETRY ??= '1'
const bytesBefore = process.memoryUsage.rss()
const began = performance.now()

const loaded = await import(provider === 'cpu' ? 'onnxruntime-node' : 'onnxruntime-web')
const { InferenceSession, Tensor, env } = loaded.default ?? loaded
env.wasm.numThreads = threads
const options = { executionProviders: [provider], interOpNumThreads: 1, logSeverityLevel: 4 }
if (provider === 'cpu') options.intraOpNumThreads = threads
const session = await InferenceSession.create(await readFile(join(folder, 'model.onnx')), options)
const input = new Tensor('float32', pixels, [1, 28, 28, 1])
const { probabilities } = await session.run({ [session.inputNames[0]]: input }, ['probabilities'])

const milliseconds = performance.now() - began
const score = Math.max(...probabilities.data)
console.log(JSON.stringify({ milliseconds, bytes: process.memoryUsage.rss(), bytesBefore, score }))
