// npm run bench:inference: models in; what classify() costs above bare onnxruntime and beside a peer out.
import { readFile, writeFile } from 'node:fs/promises'
import { describeMachine } from '../describe-machine'
import { countOption, flagOption, namesOption, pathOption } from '../option-line'
import { publishReport, type BenchReport } from '../publish-report'
import { helpText, readOptions, type OptionValues } from '../read-options'
import { replaceFigures } from '../replace-figures'
import { benchBare } from './bench-bare'
import { benchPeer, settingNames } from './beside-peer/bench-peer'
import { providers } from './inference-task'
import { locateSdk } from './locate-sdk'

const summary = `Usage: npm run bench:inference -- [options]
bare: times classify() of decoded 28x28 pixels beside session.run of onnxruntime on the same file, provider and threads.
peer: bare onnxruntime, this SDK and @huggingface/transformers on the same ONNX file and the same pictures.`

const parts = ['bare', 'peer'] as const

const lines = {
  parts: namesOption(parts, 'what to measure'),
  quick: flagOption('few rounds and few rows: says whether it works, and about how it stands'),
  models: namesOption(['fashion-small', 'fashion-nano'], 'bare: folders of models/'),
  providers: namesOption(providers, 'bare: cpu is onnxruntime-node, wasm is onnxruntime-web'),
  threads: countOption(1, 'bare: threads of both sides'),
  settings: namesOption(settingNames, 'peer: threads of all, or what each recommends itself'),
  rounds: countOption(11, 'rounds; each times every side'),
  milliseconds: countOption(150, 'time of one side of a round, about'),
  coldStarts: countOption(9, 'fresh processes of each side'),
  json: pathOption('FILE', 'writes all measured values; of the last part where there are two'),
  readme: pathOption('FILE', 'puts the tables into the marked places of a README'),
  summary: pathOption('FILE', 'peer: puts a short table into the marked place of another README'),
}

type Options = OptionValues<typeof lines>

const fewRounds = { rounds: 3, milliseconds: 40, coldStarts: 1 }
const quickOnes = { ...fewRounds, models: ['fashion-nano'], providers: ['cpu'], settings: ['1'] } as const

async function main({ summary, ...given }: Options): Promise<void> {
  const options = given.quick ? { ...given, ...quickOnes } : given
  const sdk = locateSdk()
  if (sdk === 'sources') console.log('Not built: sources are measured, cold starts include tsx. Run `npm run build`.')
  const { parts, rounds, milliseconds, coldStarts, quick, models, providers, threads, settings, ...paths } = options
  if (parts.includes('bare')) {
    const bare = { models, providers, threads, rounds, milliseconds, coldStarts }
    const report = { bench: 'inference', machine: describeMachine(), settings: { sdk, ...bare } }
    const { tables, ...measured } = await benchBare(bare, sdk)
    await publishReport({ ...report, ...measured }, tables, paths)
  }
  if (parts.includes('peer')) {
    const peer = { rounds, milliseconds, coldStarts, settings, quick }
    const machine = describeMachine()
    const report = { bench: 'inference', place: 'inference-peer', machine, settings: { sdk, ...peer } }
    const { tables, summary: short, ...measured } = await benchPeer(peer, sdk)
    await publishReport({ ...report, ...measured }, tables, paths)
    if (summary !== undefined) await publishSummary({ ...report, ...measured }, short, summary)
  }
}

async function publishSummary(report: BenchReport, table: string, file: string): Promise<void> {
  const { machine, versions, place = report.bench } = report
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')
  const facts = `One thread; ${machine.cpu}, Node ${machine.node}, ${named}, ${machine.date}.`
  await writeFile(file, replaceFigures(await readFile(file, 'utf8'), place, `${table}\n\n${facts}`))
}

const options = readOptions(lines, process.argv.slice(2))
if (options === 'help') console.log(helpText(summary, lines))
else await main(options)
