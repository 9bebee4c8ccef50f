// npm run bench:inference: the models in; what classify() costs above bare onnxruntime, and its cold start, out.
import { join } from 'node:path'
import { describeMachine } from '../describe-machine'
import { formatTable } from '../format-table'
import { countOption, namesOption, pathOption } from '../option-line'
import { publishReport } from '../publish-report'
import { helpText, readOptions, type OptionValues } from '../read-options'
import { rootFolder, runChild } from '../run-child'
import { providers, type InferenceTask, type ThroughputAnswer } from './inference-task'
import { locateSdk, sdkProgram, type Sdk } from './locate-sdk'
import { measureColdStarts } from './measure-cold-starts'
import { coldStartCells, summarizeColdStarts, summarizeThroughput, throughputCells } from './summarize-inference'

const summary = `Usage: npm run bench:inference -- [options]
Times classify() of decoded 28x28 pixels beside session.run of onnxruntime on the same file, provider and threads.`

const lines = {
  models: namesOption(['fashion-small', 'fashion-nano'], 'folders of models/'),
  providers: namesOption(providers, 'cpu is onnxruntime-node, wasm is onnxruntime-web'),
  threads: countOption(1, 'threads of both sides'),
  rounds: countOption(21, 'rounds; each times both sides'),
  milliseconds: countOption(200, 'time of one side of a round, about'),
  coldStarts: countOption(15, 'fresh processes of each side'),
  json: pathOption('FILE', 'writes all measured values'),
  readme: pathOption('FILE', 'puts the tables into the marked place of a README'),
}

type Options = OptionValues<typeof lines>

const throughputColumns = [
  'model', 'provider', 'batch', 'bare, µs', 'ours, µs', 'more, µs', 'overhead', 'middle half', 'of processor time',
]
const startColumns = [
  'model', 'provider', 'bare start, ms', 'our start, ms', 'ratio', 'bare memory, MB', 'our memory, MB',
]

const goal = 0.1 // of overhead at the largest batch

async function measure(task: InferenceTask, sdk: Sdk, options: Options) {
  const { rounds, milliseconds, coldStarts } = options
  const program = sdkProgram(sdk, new URL('./measure-throughput.ts', import.meta.url))
  const throughput = await runChild<ThroughputAnswer>(program, { ...task, rounds, milliseconds })
  const starts = await measureColdStarts(task, sdk, coldStarts)
  return {
    runtime: throughput.runtime,
    runtimeVersion: throughput.runtimeVersion,
    batches: throughput.batches.map((times) => ({ ...times, summary: summarizeThroughput(times) })),
    coldStart: { ours: summarizeColdStarts(starts.ours), bare: summarizeColdStarts(starts.bare), starts },
  }
}

type Result = Awaited<ReturnType<typeof measure>> & { readonly model: string; readonly provider: string }

function tablesOf(results: readonly Result[]): string {
  const throughput = results.flatMap(({ model, provider, batches }) =>
    batches.map(({ batch, summary }) => [model, provider, String(batch), ...throughputCells(summary)]))
  const starts = results.map(({ model, provider, coldStart }) =>
    [model, provider, ...coldStartCells(coldStart.ours, coldStart.bare)])
  const largest = results.flatMap(({ batches }) => batches.filter(({ batch }) => batch === 128))
  const isMet = largest.every(({ summary }) => summary.overhead < goal)
  return [
    formatTable(throughputColumns, throughput),
    `Goal: an overhead under ${goal * 100} % at batch 128: ${isMet ? 'met' : 'NOT met'}.`,
    formatTable(startColumns, starts),
  ].join('\n\n')
}

async function main(options: Options): Promise<void> {
  const machine = describeMachine()
  const sdk = locateSdk()
  if (sdk === 'sources') console.log('Not built: sources are measured, cold starts include tsx. Run `npm run build`.')
  const results: Result[] = []
  for (const model of options.models) {
    for (const provider of options.providers) {
      console.log(`Measuring ${model} on ${provider} ...`)
      const task = { folder: join(rootFolder, 'models', model), provider, threads: options.threads }
      results.push({ model, provider, ...(await measure(task, sdk, options)) })
    }
  }
  const versions = Object.fromEntries(results.map(({ runtime, runtimeVersion }) => [runtime, runtimeVersion]))
  const report = { bench: 'inference', machine, versions, settings: { sdk, ...options }, results }
  await publishReport(report, tablesOf(results), options)
}

const options = readOptions(lines, process.argv.slice(2))
if (options === 'help') console.log(helpText(summary, lines))
else await main(options)
