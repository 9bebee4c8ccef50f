// The command line as a process of its own in; its files, words and exit codes, without native TensorFlow, out.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runNode } from '../../../test/package/run-command'
import { recurrentNetwork } from '../test/sample-networks'
import { saveModel } from '../test/save-model'
import { convertLayersModel } from './convert-model'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
let folder: string
beforeAll(async () => {
  await tf.setBackend('cpu')
  folder = mkdtempSync(join(tmpdir(), 'tfjs-to-onnx-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...words: string[]) => runNode(['--import', 'tsx', cli, ...words], root)

it('converts a folder of files to the bytes that the library gives, and prints no advertisement', async () => {
  const model = recurrentNetwork()
  const source = await saveModel(model, join(folder, 'saved'), { shards: 2 })
  const target = join(folder, 'out.onnx')
  const { code, stdout, stderr } = await run(source, target)
  expect(stderr).toMatch(/^hard-sigmoid-slope in steps: .*\n$/)
  expect(stdout).toMatch(/out\.onnx: [\d,]+ bytes, opset 17, \d+ nodes, \d+ parameters, [\d,]+ multiply-accumulates\n$/)
  expect(code).toBe(0)
  expect(Buffer.compare(readFileSync(target), (await convertLayersModel(model)).bytes)).toBe(0)
})

it('ends with 1 for a model that is none, and with 2 for wrong words', async () => {
  const target = join(folder, 'none.onnx')
  const [refused, wrong] = await Promise.all([run(join(folder, 'none.json'), target), run('--nope')])
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^tfjs-to-onnx: .*\[file-missing\]\n$/) })
  expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--nope') })
  expect(existsSync(target)).toBe(false)
})
