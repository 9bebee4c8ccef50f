// Classifiers made, used and disposed of by the hundred in; a process that keeps nothing of them out.
import { expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import type { CyclesPlan, CyclesReport } from './cycles-main'
import { howMany } from './how-many'
import { leastGrowth } from './least-growth'
import { builtLibrary, bundleScript, runScript } from './run-script'

const folder = temporaryFolder()
const patience = 900_000

it.each([
  { name: 'cpu', options: { executionProviders: 'cpu' }, cycles: howMany(300, 70) },
  { name: 'wasm', options: { executionProviders: 'wasm' }, cycles: howMany(300, 70) },
  { name: 'workers', options: { executionProviders: 'cpu', worker: true }, cycles: howMany(50, 15) },
])('$name: $cycles classifiers, three times, leave no memory behind', async ({ options, cycles }) => {
  const plan: CyclesPlan = { library: builtLibrary, options: { model: 'fashion-small', ...options }, cycles }
  const program = [process.execPath, '--expose-gc']
  const { stdout, ...end } = await runScript(await bundleScript('cycles-main', folder), plan, { program, patience })
  expect(end).toEqual({ code: 0, signal: null, stderr: '' })
  const reports = stdout.trim().split('\n').map((line) => JSON.parse(line) as CyclesReport)
  expect(reports).toHaveLength(3)
  expect(leastGrowth(reports.map(({ memory }) => memory)), 'growth of the heap').toBeLessThan(1.02)
  expect(leastGrowth(reports.map(({ wasm }) => wasm)), "growth of WebAssembly's memory").toBe(1)
  expect(leastGrowth(reports.map(({ resident }) => resident)), 'growth of the process').toBeLessThan(1.05)
}, 2 * patience)
