// Deliberate faults of the exporter come in; each must be caught by the numbers of a case that uses its layer.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildModel } from '../build-model'
import { layerCases } from '../cases/layer-cases'
import { structureCases } from '../cases/structure'
import { classesOf } from '../graph-spec'
import { backendFor, judgeCase } from '../judge-case'
import type { JudgedCase } from '../judge-case'
import type { ProofCase } from '../proof-case'
import { errorOn } from '../prove-case'
import { nodeAsWritten, nodeOptimized } from '../runners/onnxruntime-node'
import type { Runner } from '../runners/runner'
import { toleranceOf } from '../tolerance'
import { elementMutants } from './element-mutants'
import type { Mutant } from './mutant'
import { SourceCopy } from './mutated-exporter'
import type { Convert } from './mutated-exporter'
import { recurrentMutants } from './recurrent-mutants'
import { windowMutants } from './window-mutants'

const mutants = [...windowMutants, ...recurrentMutants, ...elementMutants]
const cases = [...layerCases, ...structureCases].filter(proof => backendFor(proof) === 'cpu')
const copy = new SourceCopy()
const judged = new Map<string, Promise<JudgedCase>>()
const killers: Record<string, string> = {}
let unchanged: Convert

beforeAll(async () => { unchanged = await copy.build() })

function judgeOnce(proof: ProofCase): Promise<JudgedCase> {
  const known = judged.get(proof.id) ?? judgeCase(proof, 'cpu', [2])
  judged.set(proof.id, known)
  return known
}

// Infinite means another shape or a refusal; only numbers that differ count.
async function errorOf(proof: ProofCase, convert: Convert, runner: Runner): Promise<number> {
  const question = await judgeOnce(proof)
  const model = buildModel(proof.graph)
  try {
    const { bytes } = await convert(model, proof.options)
    return await errorOn(question, bytes, runner)
  } catch {
    return Infinity
  } finally {
    model.dispose()
  }
}

const runnerFor = ({ isOptimized }: Mutant): Runner => isOptimized ? nodeOptimized : nodeAsWritten

async function findKiller(mutant: Mutant, convert: Convert): Promise<{ proof: ProofCase, error: number } | undefined> {
  const { classes } = mutant
  for (const proof of cases.filter(({ graph }) => [...classesOf(graph)].some(name => classes.includes(name)))) {
    const error = await errorOf(proof, convert, runnerFor(mutant))
    if (Number.isFinite(error) && error > 10 * toleranceOf(proof.family)) return { proof, error }
  }
  return undefined
}

describe('mutants', () => {
  it('are many, and each is one', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
    expect(mutants.length).toBeGreaterThanOrEqual(40)
  })

  it.each(mutants.map(mutant => [mutant.id, mutant] as const))('%s is killed', async (id, mutant) => {
    const killer = await findKiller(mutant, await copy.build(mutant))
    if (!killer) throw new Error(`Mutant "${id}" survives: no case with ${mutant.classes.join(', ')} notices it.`)
    expect(await errorOf(killer.proof, unchanged, runnerFor(mutant))).toBeLessThanOrEqual(toleranceOf(killer.proof.family))
    killers[id] = `${killer.proof.id} (error ${killer.error.toPrecision(2)})`
  })
})

it('a mutant whose text is gone fails', async () => {
  const gone: Mutant = { id: 'gone', file: 'window.ts', find: 'no such text', replace: '', classes: ['Conv2D'] }
  await expect(copy.build(gone)).rejects.toThrow('no longer applies')
})

it('a mutant that changes nothing survives', async () => {
  const harmless: Mutant = {
    id: 'harmless', file: 'layers/leaky-relu.ts', find: 'LeakyRelu with', replace: 'LeakyRelu  with', classes: ['LeakyReLU'],
  }
  expect(await findKiller(harmless, await copy.build(harmless))).toBeUndefined()
})

afterAll(() => {
  copy.remove()
  const folder = process.env.PROOF_RECORD
  if (!folder) return
  mkdirSync(join(folder, 'mutants'), { recursive: true })
  writeFileSync(join(folder, 'mutants/killers.json'), `${JSON.stringify(killers, null, 1)}\n`)
})
