// npm run bench:event-loop: the models in; for how long they hold the caller's thread, here and in workers, out.
import { join } from 'node:path'
import { describeMachine } from '../describe-machine'
import { formatTable } from '../format-table'
import { locateSdk, sdkProgram, type Sdk } from '../inference/locate-sdk'
import { countOption, namesOption, pathOption } from '../option-line'
import { publishReport } from '../publish-report'
import { helpText, readOptions, type OptionValues } from '../read-options'
import { rootFolder, runChild } from '../run-child'
import { places, providers, type CaseHold, type HoldAnswer, type HoldTask } from './hold-task'

const summary = `Usage: npm run bench:event-loop -- [options]
Watches the event loop (monitorEventLoopDelay) while classifiers are made and used, on this thread and in a worker.`

const lines = {
  models: namesOption(['fashion-small', 'fashion-nano'], 'folders of models/'),
  providers: namesOption(providers, 'cpu is onnxruntime-node, wasm is onnxruntime-web'),
  milliseconds: countOption(1000, 'how long each case is watched, about'),
  json: pathOption('FILE', 'writes all measured values'),
  readme: pathOption('FILE', 'puts the table into the marked place of a README'),
}

type Options = OptionValues<typeof lines>

const columns = [
  'model', 'provider', 'what', 'batch',
  'call here, ms', 'p99 here, ms', 'most here, ms', 'call by worker, ms', 'p99 by worker, ms', 'most by worker, ms',
]

const goal = 20 // milliseconds, p99, with a worker

interface Result {
  readonly model: string
  readonly provider: string
  readonly here: HoldAnswer
  readonly there: HoldAnswer
}

async function measure(task: Omit<HoldTask, 'place'>, sdk: Sdk): Promise<Pick<Result, 'here' | 'there'>> {
  const program = sdkProgram(sdk, new URL('./measure-holds.ts', import.meta.url))
  const [here, there] = [
    await runChild<HoldAnswer>(program, { ...task, place: places[0] }),
    await runChild<HoldAnswer>(program, { ...task, place: places[1] }),
  ]
  return { here, there }
}

const cells = ({ call, p99, most }: CaseHold) => [call, p99, most].map((time) => time.toFixed(1))

function tablesOf(results: readonly Result[]): string {
  const rows = results.flatMap(({ model, provider, here, there }) => here.cases.map((hold, place) =>
    [model, provider, hold.what, String(hold.batch), ...cells(hold), ...cells(there.cases[place])]))
  const isMet = results.every(({ there }) => there.cases.every(({ p99 }) => p99 <= goal))
  const verdict = `Goal: with a worker the p99 of every row is at most ${goal} ms: ${isMet ? 'met' : 'NOT met'}.`
  return [formatTable(columns, rows), verdict].join('\n\n')
}

async function main(options: Options): Promise<void> {
  const machine = describeMachine()
  const sdk = locateSdk()
  if (sdk === 'sources') console.log('Not built: the sources are measured. Run `npm run build`.')
  const results: Result[] = []
  for (const model of options.models) {
    for (const provider of options.providers) {
      console.log(`Watching ${model} on ${provider} ...`)
      const task = { folder: join(rootFolder, 'models', model), provider, milliseconds: options.milliseconds }
      results.push({ model, provider, ...(await measure(task, sdk)) })
    }
  }
  const versions = Object.fromEntries(results.map(({ here }) => [here.runtime, here.runtimeVersion]))
  const report = { bench: 'event-loop', machine, versions, settings: { sdk, ...options }, results }
  await publishReport(report, tablesOf(results), options)
}

const options = readOptions(lines, process.argv.slice(2))
if (options === 'help') console.log(helpText(summary, lines))
else await main(options)
