// The shipped classifiers come in; all of each must run on WebGPU, as the operators that the golden file lists.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawInputs } from '../draw-inputs'
import type { Answer } from '../runners/jobs'
import { nodeAsWritten } from '../runners/onnxruntime-node'
import { errorOf } from '../compare'
import { hasWebgpu, runOnWebgpu } from '../runners/webgpu-node'
import { operatorHistogram } from './optimized-operators'

const models = fileURLToPath(new URL('../../../../models/', import.meta.url))
const golden = fileURLToPath(new URL('golden.json', import.meta.url))
const names = readdirSync(models).filter(name => existsSync(join(models, name, 'model.onnx')))
const feeds = drawInputs([{ name: 'image', shape: [28, 28, 1] }], 2)

describe.skipIf(!hasWebgpu())('on WebGPU', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exporter-placement-'))
  const optimized = (name: string): string => join(folder, `${name}.onnx`)
  let answers: ReadonlyMap<string, Answer>

  beforeAll(async () => {
    answers = await runOnWebgpu(names.map(name => ({
      id: name,
      bytes: readFileSync(join(models, name, 'model.onnx')),
      questions: [{ feeds, answer: [] }],
      sessionOptions: {
        optimizedModelFilePath: optimized(name), extra: { session: { disable_cpu_ep_fallback: '1' } },
      },
    })))
    if (process.env.PROOF_RENEW_GOLDEN) {
      const histograms = Object.fromEntries(names.map(name => [name, operatorHistogram(readFileSync(optimized(name)))]))
      writeFileSync(golden, `${JSON.stringify(histograms, null, 2)}\n`)
    }
  }, 600_000)

  it('there are classifiers', () => expect(names.length).toBeGreaterThan(1))

  it.each(names)('%s runs without the CPU, and gives what the CPU gives', async (name) => {
    const answer = answers.get(name)
    if (!answer || 'error' in answer) throw new Error(`${name} did not run: ${answer?.error}`)
    const session = await nodeAsWritten.open(readFileSync(join(models, name, 'model.onnx')))
    const expected = Object.values(await session.run(feeds))
    await session.release()
    expected.forEach((tensor, i) => expect(errorOf(answer.outputs[0][i], tensor)).toBeLessThanOrEqual(1e-4))
  })

  it.each(names)('%s consists of the operators that the golden file lists (renew: PROOF_RENEW_GOLDEN=1)', (name) => {
    const expected = JSON.parse(readFileSync(golden, 'utf8')) as Record<string, Record<string, number>>
    expect(operatorHistogram(readFileSync(optimized(name)))).toEqual(expected[name])
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))
})
