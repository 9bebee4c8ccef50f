// The kept records of a run come in; each family must be there on each runner, each mutant killed, no error too large.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { elementMutants } from './mutants/element-mutants'
import { recurrentMutants } from './mutants/recurrent-mutants'
import { windowMutants } from './mutants/window-mutants'
import { families } from './proof-case'
import type { ErrorRecord } from './record-errors'
import { toleranceOf, webgpuToleranceOf } from './tolerance'

const folder = new URL('records/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const records = readdirSync(folder).filter(name => name.endsWith('.json')).flatMap(name => JSON.parse(read(name)) as ErrorRecord[])

it.each([
  ['tfjs', families], ['onnxruntime-node', families], ['onnxruntime-node optimised', families],
  ['onnxruntime-web wasm', families],
  ...['tfjs-node', 'onnxruntime-node webgpu', 'onnx reference evaluator'].map(runner =>
    [runner, families.filter(family => family !== 'fuzz')] as const),
] as const)('%s has a record of every family', (runner, wanted) => {
  expect(wanted.filter(family => !records.some(record => record.family === family && record.runner === runner))).toEqual([])
})

it('no error is above the tolerance of its family', () => {
  const limit = ({ family, runner }: ErrorRecord): number =>
    runner.endsWith('webgpu') ? webgpuToleranceOf(family) : toleranceOf(family)
  expect(records.filter(record => !(record.worst <= limit(record)))).toEqual([])
})

it('each mutant has its killer', () => {
  const killers = JSON.parse(read('mutants/killers.json')) as Record<string, string>
  const mutants = [...windowMutants, ...recurrentMutants, ...elementMutants].map(({ id }) => id)
  expect(Object.keys(killers).sort()).toEqual(mutants.sort())
})
