// A folder with jobs.json and ONNX files comes in; answers.json, what onnxruntime-node's WebGPU provider gives, goes out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'

const folder = process.argv[2]
const jobs = JSON.parse(readFileSync(join(folder, 'jobs.json'), 'utf8'))
const types = { float32: Float32Array, int32: Int32Array }

async function answer({ file, questions, sessionOptions }) {
  const session = await InferenceSession.create(join(folder, file), {
    executionProviders: ['webgpu'],
    logSeverityLevel: 4,
    ...sessionOptions,
  })
  const answers = []
  for (const feeds of questions) {
    const tensors = feeds.map(({ name, dataType, shape, data }) => [name, new Tensor(dataType, types[dataType].from(data), shape)])
    const outputs = await session.run(Object.fromEntries(tensors))
    answers.push(Object.values(outputs).map(({ dims, data }) => ({ shape: [...dims], data: Array.from(data, Number) })))
  }
  await session.release()
  return answers
}

const answers = {}
for (const job of jobs) {
  answers[job.id] = await answer(job).then(
    (outputs) => ({ outputs }),
    (error) => ({ error: String(error?.message ?? error) }),
  )
}
writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers))
process.exit(0) // Dawn's threads would keep the process alive.
