// Cases come in; a test for each goes out: both oracles must agree, and every runner with them.
import { afterAll, expect, it } from 'vitest'
import { available } from '../../../test/requirement'
import { layerTable } from '../src/layers/layer-table'
import { classesOf } from './graph-spec'
import { backendFor, exportCase, judgeCase } from './judge-case'
import { isInstalled } from './oracles/backends'
import type { ProofCase } from './proof-case'
import { errorOn } from './prove-case'
import { recordError, writeRecords } from './record-errors'
import { nodeAsWritten, nodeOptimized } from './runners/onnxruntime-node'
import { wasm } from './runners/onnxruntime-wasm'
import { fileFaults } from './structure/file-faults'
import { toleranceOf } from './tolerance'

const runners = [nodeAsWritten, nodeOptimized, wasm]

export const isSupported = ({ graph }: ProofCase): boolean =>
  [...classesOf(graph)].every(name => Object.hasOwn(layerTable, name) || /Cells?$/.test(name))

/** @param name of the file in which the errors are recorded */
export function proveCases(name: string, cases: readonly ProofCase[]): void {
  for (const proof of cases.filter(isSupported)) {
    const canJudge = (): boolean =>
      available('native', isInstalled(backendFor(proof)), 'tfjs-node, for the exporter\'s cases that tfjs\'s cpu backend gets wrong')
    it.skipIf(!canJudge())(proof.id, () => proveCase(proof))
  }
  afterAll(() => writeRecords(name))
}

async function proveCase(proof: ProofCase): Promise<void> {
  const judged = await judgeCase(proof)
  recordError(proof.family, 'tfjs', proof.id, judged.disagreement)
  const bytes = await exportCase(proof)
  expect(fileFaults(bytes)).toEqual([])
  for (const runner of runners) {
    const error = await errorOn(judged, bytes, runner)
    recordError(proof.family, runner.name, proof.id, error)
    expect(error, `${runner.name}: error from the float64 reference`).toBeLessThanOrEqual(toleranceOf(proof.family))
  }
}
