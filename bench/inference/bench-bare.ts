// Models and providers in; what classify() costs above bare onnxruntime, and the cold starts of both, as tables out.
import { join } from 'node:path'
import { formatTable } from '../format-table'
import { rootFolder, runChild } from '../run-child'
import { largestBatch, type InferenceTask, type Provider, type ThroughputAnswer } from './inference-task'
import { sdkProgram, type Sdk } from './locate-sdk'
import { measureColdStarts } from './measure-cold-starts'
import { coldStartCells, summarizeColdStarts, summarizeThroughput, throughputCells } from './summarize-inference'
import type { Overhead } from './summarize-inference'

export interface BareWishes {
  readonly models: readonly string[]
  readonly providers: readonly Provider[]
  readonly threads: number
  readonly rounds: number
  readonly milliseconds: number
  readonly coldStarts: number
}

const throughputColumns = [
  'model', 'provider', 'batch', 'bare, µs', 'ours, µs', 'more, µs', 'overhead', 'middle half', 'of processor time',
]
const startColumns = [
  'model', 'provider', 'bare start, ms', 'our start, ms', 'ratio', 'bare memory, MB', 'our memory, MB',
]

const shareGoal = 0.05 // of overhead at the largest batch
const microsecondsGoal = 60 // of one call with one picture

export async function benchBare(wishes: BareWishes, sdk: Sdk) {
  const results: Result[] = []
  for (const model of wishes.models) {
    for (const provider of wishes.providers) {
      console.log(`Measuring ${model} on ${provider} ...`)
      const task = { folder: join(rootFolder, 'models', model), provider, threads: wishes.threads }
      results.push({ model, provider, ...(await measure(task, sdk, wishes)) })
    }
  }
  const versions = Object.fromEntries(results.map(({ runtime, runtimeVersion }) => [runtime, runtimeVersion]))
  return { results, versions, tables: tablesOf(results) }
}

async function measure(task: InferenceTask, sdk: Sdk, { rounds, milliseconds, coldStarts }: BareWishes) {
  const program = sdkProgram(sdk, new URL('./measure-throughput.ts', import.meta.url))
  const throughput = await runChild<ThroughputAnswer>(program, { ...task, rounds, milliseconds })
  const starts = await measureColdStarts(task, sdk, coldStarts)
  return {
    runtime: throughput.runtime,
    runtimeVersion: throughput.runtimeVersion,
    batches: throughput.batches.map((batch) => ({ ...batch, summary: summarizeThroughput(batch.times) })),
    coldStart: { ours: summarizeColdStarts(starts.ours), bare: summarizeColdStarts(starts.bare), starts },
  }
}

type Result = Awaited<ReturnType<typeof measure>> & { readonly model: string; readonly provider: string }

/** One picture by its time, many by their share: what a call costs does not grow with the model. */
export function meetsGoal(batch: number, { more, overhead }: Pick<Overhead, 'more' | 'overhead'>): boolean {
  return batch === largestBatch ? overhead <= shareGoal : more <= microsecondsGoal
}

function tablesOf(results: readonly Result[]): string {
  const throughput = results.flatMap(({ model, provider, batches }) =>
    batches.map(({ batch, summary }) => [model, provider, String(batch), ...throughputCells(summary)]))
  const starts = results.map(({ model, provider, coldStart }) =>
    [model, provider, ...coldStartCells(coldStart.ours, coldStart.bare)])
  const missed = results.flatMap(({ model, provider, batches }) => batches
    .filter(({ batch, summary }) => !meetsGoal(batch, summary))
    .map(({ batch }) => `${model} on ${provider}, batch ${batch}`))
  const goal = `at most ${shareGoal * 100} % more at batch ${largestBatch}, ${microsecondsGoal} µs at batch 1`
  const verdict = missed.length === 0 ? 'met' : `NOT met: ${missed.join('; ')}`
  return [
    formatTable(throughputColumns, throughput),
    `Goal: ${goal}: ${verdict}.`,
    formatTable(startColumns, starts),
  ].join('\n\n')
}
