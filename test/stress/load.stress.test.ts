// Thousands of overlapping calls, aborts and disposals in; every promise settled, every answer right, no memory kept out.
import { beforeAll, expect, it } from 'vitest'
import { picturesFolder } from '../golden/golden-folder'
import { temporaryFolder } from '../package/temporary-folder'
import { expectRounds } from './expect-rounds'
import { howMany } from './how-many'
import { builtLibrary, bundleScript, runScript } from './run-script'
import type { RoundReport, StressPlan } from './stress-plan'

const folder = temporaryFolder()
const patience = 900_000
let script = ''

beforeAll(async () => {
  script = await bundleScript('stress-main', folder)
})

it.each([
  { name: 'cpu', options: { executionProviders: 'cpu' }, calls: howMany(10_000, 2_000), seed: 1 },
  { name: 'wasm', options: { executionProviders: 'wasm' }, calls: howMany(10_000, 500), seed: 2 },
  { name: 'workers', options: { executionProviders: 'cpu', worker: { size: 2 } }, calls: howMany(10_000, 500), seed: 3 },
])('$name: $calls calls at once, three times', async ({ options, calls, seed }) => {
  const size = { calls, classifiers: 3, disposals: 6, tolerance: 1e-6 }
  const plan: StressPlan = { library: builtLibrary, options, size, seed, pictures: picturesFolder.href }
  const program = [process.execPath, '--expose-gc']
  const { stdout, ...end } = await runScript(script, plan, { program, environment: { HOME: folder }, patience })
  expect(end).toEqual({ code: 0, signal: null, stderr: '' })
  expectRounds(stdout.trim().split('\n').map((line) => JSON.parse(line) as RoundReport), size)
}, 2 * patience)
