// Jobs in; what the onnx package from PyPI (checker, strict shape inference, reference evaluator) answers, out.
import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { available } from '../../../../test/requirement'
import { runJobs } from './jobs'
import type { Answer, Job } from './jobs'

const version = '1.23.2'
const run = promisify(execFile)
const script = fileURLToPath(new URL('check_onnx.py', import.meta.url))
const environment = join(process.env.STYLELENS_CACHE || join(homedir(), '.cache', 'stylelens'), `onnx-${version}`)
const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
const finished = join(environment, 'finished')

/** Makes a virtual environment in the cache folder once. */
async function install(): Promise<string> {
  if (existsSync(finished)) return ''
  try {
    await run('python3', ['-m', 'venv', '--clear', environment])
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `onnx==${version}`, 'numpy'])
    writeFileSync(finished, '')
    return ''
  } catch (error) {
    return `onnx ${version} from PyPI cannot be installed: ${String((error as Error).message).split('\n')[0]}`
  }
}

export async function hasPythonOnnx(): Promise<boolean> {
  const missing = await install()
  return available('onnx', missing === '', missing)
}

export const runOnPython = (jobs: readonly Job[]): Promise<Map<string, Answer>> =>
  runJobs(jobs, async (folder) => { await run(python, [script, folder], { maxBuffer: 2 ** 28 }) })
