// Seeds come in; the random model of each must give on every runtime what both oracles say.
import { afterAll, describe, expect, it } from 'vitest'
import { exportCase, judgeCase } from '../judge-case'
import type { GraphSpec } from '../graph-spec'
import { errorOn } from '../prove-case'
import { isSupported } from '../prove-cases'
import { recordError, writeRecords } from '../record-errors'
import { nodeAsWritten, nodeOptimized } from '../runners/onnxruntime-node'
import { wasm } from '../runners/onnxruntime-wasm'
import { toleranceOf } from '../tolerance'
import { randomGraph } from './random-graph'
import { countSteps, shrinkGraph } from './shrink-graph'

// PROOF_SEEDS=5000 tries more, PROOF_FIRST_SEED=812345 others.
const first = Number(process.env.PROOF_FIRST_SEED ?? 1)
const count = Number(process.env.PROOF_SEEDS ?? 200)
const seeds = Array.from({ length: count }, (_, i) => first + i)
const chunks = Array.from({ length: Math.ceil(count / 20) }, (_, i) => seeds.slice(i * 20, (i + 1) * 20))
const runners = [nodeAsWritten, nodeOptimized, wasm]

/** What is wrong with the exported file of a model, or undefined. A model that the oracles cannot judge throws. */
async function faultOf(graph: GraphSpec, id: string): Promise<string | undefined> {
  const judged = await judgeCase({ id, family: 'fuzz', graph }, 'cpu', [1, 3])
  recordError('fuzz', 'tfjs', id, judged.disagreement)
  try {
    const bytes = await exportCase(judged)
    for (const runner of runners) {
      const error = await errorOn(judged, bytes, runner)
      recordError('fuzz', runner.name, id, error)
      if (!(error <= toleranceOf('fuzz'))) return `${runner.name}: error ${error}`
    }
    return undefined
  } catch (error) {
    return String(error)
  }
}

async function describeFailure(graph: GraphSpec, seed: number, fault: string): Promise<string> {
  const smallest = await shrinkGraph(graph, candidate =>
    faultOf(candidate, 'shrunk').then(found => found !== undefined, () => false))
  const again = await faultOf(smallest, 'shrunk')
  return `Seed ${seed}: ${fault}\nSmallest graph (${again}):\n${JSON.stringify(smallest, null, 1)}`
}

describe('random models', () => {
  it.each(chunks.map(chunk => [chunk[0], chunk] as const))('from seed %i on', async (_, chunk) => {
    const failures: string[] = []
    for (const seed of chunk) {
      const graph = randomGraph(seed)
      expect(isSupported({ id: `seed ${seed}`, family: 'fuzz', graph })).toBe(true)
      const fault = await faultOf(graph, `seed ${seed}`)
      if (fault) failures.push(await describeFailure(graph, seed, fault))
    }
    expect(failures.join('\n\n')).toBe('')
  }, 120_000)

  it('branch, share, nest, and have several inputs and outputs', () => {
    const graphs = seeds.slice(0, 200).map(randomGraph)
    const counting = (has: (graph: GraphSpec) => boolean): number => graphs.filter(has).length / graphs.length
    expect(counting(({ inputs }) => inputs.length > 1)).toBeGreaterThan(0.2)
    expect(counting(({ outputs }) => outputs.length > 1)).toBeGreaterThan(0.3)
    expect(counting(({ steps }) => steps.some(({ run }) => 'again' in run))).toBeGreaterThan(0.2)
    expect(counting(({ steps }) => steps.some(({ run }) => 'steps' in run))).toBeGreaterThan(0.2)
    expect(counting(({ steps }) => steps.some(({ from }) => from.length > 1))).toBeGreaterThan(0.3)
  })
})

it('a failing model is shrunk to the layer that fails', async () => {
  const graph = seeds.map(randomGraph).find(({ steps }) =>
    steps.length > 5 && steps.some(({ run }) => 'class' in run && run.class === 'Flatten')) as GraphSpec
  const failsOnFlatten = async (candidate: GraphSpec): Promise<boolean> =>
    candidate.steps.some(({ run }) => 'class' in run && run.class === 'Flatten')
  const smallest = await shrinkGraph(graph, failsOnFlatten)
  expect(countSteps(smallest)).toBe(2)
})

afterAll(() => writeRecords('fuzz'))
