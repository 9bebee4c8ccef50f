// The built Node package on Node 20 to 26, Bun and Deno: the cases of the runtime contract on each, and the table of them.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { available } from '../requirement'
import { goldenFolder } from '../golden/golden-folder'
import { runProgram } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { parseCaseResults } from './case-result'
import { installContract } from './install-contract'
import { installRuntime } from './install-runtime'
import { runtimePrograms } from './runtime-programs'
import type { RuntimeResult } from './runtime-result'

const row = { model: 'fashion-nano', absentProvider: 'webnn', tolerance: 1e-4, batchTolerance: 1e-6 }
const ways = [
  { executionProvider: 'cpu' },
  { executionProvider: 'wasm' },
  { executionProvider: 'cpu', inWorkers: true },
  { executionProvider: 'wasm', inWorkers: true },
]
const results: RuntimeResult[] = []
const folder = temporaryFolder()
let script = ''

beforeAll(async () => {
  script = await installContract(folder, ['core', 'node'])
}, 300_000)

// The table of the README is made of this file; a run that lacks a runtime does not overwrite it.
afterAll(async () => {
  if (results.length < runtimePrograms.length * ways.length) return
  const file = fileURLToPath(new URL('results.json', import.meta.url))
  const text = `${JSON.stringify(results, null, 2)}\n`
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text)
})

describe.each([...runtimePrograms])('$name', async (runtime) => {
  const installed = await installRuntime(runtime)
  const reason = 'missing' in installed ? installed.missing : ''
  const present = available('runtimes', !('missing' in installed), `${runtime.name}: ${reason}`)

  it.skipIf(!present).each(ways)('passes the contract on %j and ends by itself', async (way) => {
    if ('missing' in installed) return
    const { executionProvider, inWorkers } = way
    const contractRow = { ...row, executionProvider, ...(inWorkers && { createOptions: { worker: { size: 2 } } }) }
    const words = [...runtime.words, script, fileURLToPath(goldenFolder), JSON.stringify(contractRow)]
    const { code, stdout, stderr } = await runProgram(installed.program, words, folder)
    const cases = parseCaseResults(stdout)
    const failed = cases.filter(({ error }) => error !== null)
    results.push({
      runtime: runtime.name,
      ...way,
      passed: cases.length - failed.length,
      failed: failed.length,
    })
    expect(failed).toEqual([])
    expect(cases.length, stderr).toBeGreaterThan(100)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }, 300_000)
})
