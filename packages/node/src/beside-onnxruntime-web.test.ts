// An application that has onnxruntime-web for models of its own in; that both of them work, whichever was loaded first, out.
import { execFile } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const model = fileURLToPath(new URL('../../../models/fashion-nano/model.onnx', import.meta.url))
const ours = pathToFileURL(fileURLToPath(new URL('../runtime/ort.node.min.mjs', import.meta.url))).href

// A process for each order: what is registered stays for the life of one.
const script = (first: string, second: string) => `
  for (const address of ${JSON.stringify([first, second])}) {
    const { InferenceSession, Tensor } = await import(address)
    const session = await InferenceSession.create(${JSON.stringify(model)})
    const image = new Tensor('float32', new Float32Array(784), [1, 28, 28, 1])
    console.log(Object.keys(await session.run({ image })).join())
  }`

it.each([
  ['onnxruntime-web', ours],
  [ours, 'onnxruntime-web'],
])('runs %s, then %s', async (first, second) => {
  const words = ['--input-type=module', '--eval', script(first, second)]
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: fileURLToPath(new URL('..', import.meta.url)) })
  const [one, other] = stdout.trim().split('\n')
  expect(one).toMatch(/probabilities/)
  expect(other).toBe(one)
})
