// Thousands of overlapping calls, aborts and a disposal in; every promise settled, every answer right, no memory kept out.
import { beforeAll, expect, it } from 'vitest'
import { picturesFolder } from '../golden/golden-folder'
import { temporaryFolder } from '../package/temporary-folder'
import { howMany } from './how-many'
import { builtLibrary, bundleScript, runScript } from './run-script'
import type { RoundReport, StressPlan } from './stress-plan'

const folder = temporaryFolder()
const patience = 900_000
const afterDisposal = 20
let script = ''

beforeAll(async () => {
  script = await bundleScript('stress-main', folder)
})

it.each([
  { name: 'cpu', options: { executionProviders: 'cpu' }, calls: howMany(10_000, 2_000), seed: 1 },
  { name: 'wasm', options: { executionProviders: 'wasm' }, calls: howMany(2_000, 500), seed: 2 },
  { name: 'workers', options: { executionProviders: 'cpu', worker: { size: 2 } }, calls: howMany(2_000, 500), seed: 3 },
])('$name: $calls calls at once, three times', async ({ options, calls, seed }) => {
  const plan: StressPlan = { library: builtLibrary, options, calls, seed, pictures: picturesFolder.href }
  const program = [process.execPath, '--expose-gc']
  const { stdout, ...end } = await runScript(script, plan, { program, environment: { HOME: folder }, patience })
  expect(end).toEqual({ code: 0, signal: null, stderr: '' })
  const rounds = stdout.trim().split('\n').map((line) => JSON.parse(line) as RoundReport)
  for (const { faults, answered, aborted, disposed, overlapping } of rounds) {
    expect(faults).toEqual([])
    expect(answered + aborted + disposed).toBe(calls + afterDisposal)
    expect(disposed).toBe(afterDisposal)
    expect(aborted).toBeGreaterThan(calls / 50)
    expect(overlapping).toBeGreaterThan(calls / 10)
  }
  // What is kept for ever grows in every round; what the engine still compiles or caches does not.
  const memory = rounds.map((round) => round.memory)
  const growth = memory.slice(1).map((bytes, index) => bytes / memory[index])
  expect(growth).toHaveLength(2)
  expect(Math.min(...growth)).toBeLessThan(1.05)
}, 2 * patience)
