// The cases of all layers come in; the plain JavaScript backend must be wrong exactly where the table says so.
import { expect, it } from 'vitest'
import { layerCases } from '../cases/layer-cases'
import { judgeCase } from '../judge-case'
import { cpuDeviationOf, cpuDeviations } from './cpu-deviations'

const deviating = layerCases.filter(({ graph }) => cpuDeviationOf(graph))

it.each(cpuDeviations)('$id: $fault', async ({ id }) => {
  const cases = deviating.filter(({ graph }) => cpuDeviationOf(graph)?.id === id)
  const right: string[] = []
  for (const proof of cases) await judgeCase(proof, 'cpu', [2]).then(() => right.push(proof.id), () => undefined)
  expect(cases.length).toBeGreaterThan(0)
  expect(right).toEqual([])
})
