// One case per ONNX operator in; at every opset each runtime must give what both oracles say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convertLayersModel } from '../src/convert-model'
import { buildModel } from './build-model'
import { allCases } from './cases/all-cases'
import { exportCase, judgeCase } from './judge-case'
import { useBackend } from './oracles/backends'
import { cpuDeviationOf } from './oracles/cpu-deviations'
import type { ProofCase } from './proof-case'
import { isSupported } from './prove-cases'
import { errorOn } from './prove-case'
import { recordError, writeRecords } from './record-errors'
import { nodeAsWritten, nodeOptimized } from './runners/onnxruntime-node'
import { wasm } from './runners/onnxruntime-wasm'
import { toleranceOf } from './tolerance'

const opsets = [13, 15, 18, 19, 21]
const found = new Map<string, ProofCase>()

beforeAll(async () => {
  await useBackend('cpu')
  for (const proof of allCases.filter(each => isSupported(each) && !cpuDeviationOf(each.graph))) {
    const model = buildModel(proof.graph)
    const { report } = await convertLayersModel(model, proof.options)
    model.dispose()
    for (const operator of Object.keys(report.operators)) if (!found.has(operator)) found.set(operator, proof)
  }
}, 600_000)

describe.each(opsets)('opset %i', (opset) => {
  it('runs every operator', async () => {
    const failures: string[] = []
    for (const [operator, proof] of found) {
      const judged = await judgeCase(proof)
      const bytes = await exportCase(proof, { opset })
      for (const runner of [nodeAsWritten, nodeOptimized, wasm]) {
        const error = await errorOn(judged, bytes, runner)
        recordError(proof.family, `opset ${opset}`, proof.id, error)
        if (!(error <= toleranceOf(proof.family))) failures.push(`${operator} (${proof.id}) on ${runner.name}: ${error}`)
      }
    }
    expect(failures).toEqual([])
    expect(found.size).toBeGreaterThan(40)
  }, 300_000)
})

afterAll(() => writeRecords('opsets'))
