// npm run train as a user runs it: stopped by a signal it saves and says how to go on; --resume goes on from there.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isNodeBackendInstalled } from './backends/open-native-tensorflow'
import { available } from '../test/requirement'
import { readRuns } from './run-record'

const installed = available('native', isNodeBackendInstalled(), 'tfjs-node is not installed: npm run setup:native')
const hasData = available('data', Boolean(process.env.FASHION_MNIST_DIR), 'FASHION_MNIST_DIR is not set')

interface Outcome {
  readonly code: number | null
  readonly output: string
}

/** Runs train.ts; `signal`, where given, is sent as soon as the training has had time for some steps. */
function train(cache: string, words: readonly string[], signal?: NodeJS.Signals): Promise<Outcome> {
  const script = ['--import', 'tsx', 'training/train.ts', '--model', 'fashion-nano', '--epochs', '1', ...words]
  const child = spawn(process.execPath, script, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, STYLELENS_CACHE: cache },
  })
  let output = ''
  const hear = (chunk: Buffer) => {
    const before = output
    output += chunk.toString()
    const begins = !before.includes('Backend:') && output.includes('Backend:')
    if (signal !== undefined && begins) setTimeout(() => child.kill(signal), 8000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}

describe.skipIf(!installed || !hasData)('npm run train (needs tfjs-node and FASHION_MNIST_DIR)', () => {
  it('saves on SIGTERM, resumes, and writes the layers model with its history', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'stylelens-train-'))
    const stopped = await train(cache, [], 'SIGTERM')
    expect(stopped.output).toContain('Continue with --resume')
    expect(stopped.code).toBe(130)
    expect((await readdir(join(cache, 'runs'))).filter((file) => !file.endsWith('.checkpoint'))).toEqual([])

    const resumed = await train(cache, ['--resume', '--output', join(cache, 'model'), '--runs', cache])
    expect(resumed.output).toMatch(/Continuing fashion-nano-\S+ at step [1-9]\d* of 429/)
    expect(resumed.code).toBe(0)
    expect(existsSync(join(cache, 'model', 'layers-model', 'weights.bin'))).toBe(true)
    const record = JSON.parse(await readFile(join(cache, 'model', 'layers-model', 'history.json'), 'utf8')) as {
      history: { epoch: number; loss: number; validationAccuracy: number }[]
    }
    expect(record.history).toHaveLength(1)
    expect(await readRuns(cache)).toEqual([{ name: 'fashion-nano-1-1-seed1', ...record }])
    expect(record.history[0].loss).toBeGreaterThan(0)
    expect(record.history[0].validationAccuracy).toBeGreaterThan(0.5)
    await rm(cache, { recursive: true })
  }, 600_000)
})
