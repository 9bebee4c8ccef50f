// Jobs in; what onnxruntime-node's WebGPU provider answers, in a process of its own on a software adapter, out.
import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { available } from '../../../../test/requirement'
import { unpackSwiftshader } from '../../../../test/webgpu/unpack-swiftshader'
import { runJobs } from './jobs'
import type { Answer, Job } from './jobs'

const folder = join(tmpdir(), 'exporter-proof-swiftshader')
mkdirSync(folder, { recursive: true })
const swiftshader = unpackSwiftshader(folder)
const script = fileURLToPath(new URL('run-webgpu.mjs', import.meta.url))

export const hasWebgpu = (): boolean =>
  available('swiftshader', 'environment' in swiftshader, 'missing' in swiftshader ? swiftshader.missing : '')

export function runOnWebgpu(jobs: readonly Job[]): Promise<Map<string, Answer>> {
  if ('missing' in swiftshader) throw new Error(swiftshader.missing)
  const env = { ...process.env, ...swiftshader.environment }
  return runJobs(jobs, async (place) => {
    await promisify(execFile)(process.execPath, [script, place], { env, maxBuffer: 2 ** 28 })
  })
}
