// npm run bench:training: the networks in; images/s of our training step beside model.fit of stock tfjs-node out.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { networkShapes, type NetworkName } from '../../training/network'
import { describeMachine } from '../describe-machine'
import { formatTable } from '../format-table'
import { countOption, namesOption, pathOption } from '../option-line'
import { publishReport } from '../publish-report'
import { helpText, readOptions, type OptionValues } from '../read-options'
import { nodeCommand, runChild, type ChildProgram } from '../run-child'
import { measureRounds } from './measure-rounds'
import { standingCells, summarizeTraining, type Contestant, type Standing } from './summarize-training'
import type { TrainingAnswer, TrainingTask } from './training-task'

const summary = `Usage: npm run bench:training -- [options]
Times our training step (augmentation, Nesterov and moving average included) beside model.fit of tfjs-node as it comes:
same layers, batch and threads, each in processes of its own, in turns. Needs \`npm run setup:native\`.`

const lines = {
  networks: namesOption<NetworkName>(['nano', 'small', 'base'], 'networks of training/network.ts'),
  threads: countOption(availableParallelism(), 'threads of one operation; as many as the machine has cores'),
  steps: countOption(30, 'steps that one process times'),
  warmupSteps: countOption(5, 'steps before them'),
  rounds: countOption(5, 'rounds that count, after one that does not'),
  keras: pathOption('PYTHON', 'a Python with tensorflow: adds Keras as a third contestant'),
  json: pathOption('FILE', 'writes all measured values'),
  readme: pathOption('FILE', 'puts the tables into the marked place of a README'),
}

type Options = OptionValues<typeof lines>

const columns = [
  'network', 'contestant', 'images/s', 'ratio to stock', 'middle half', 'by processor time', 'memory, MB',
]

const batchSize = 128
const goal = 2 // times stock model.fit

function programsOf({ keras }: Options): Map<Contestant, ChildProgram> {
  const typescript = (name: string) => ({ command: nodeCommand(new URL(name, import.meta.url), { typescript: true }) })
  const programs = new Map<Contestant, ChildProgram>([
    ['stock', typescript('./measure-stock.ts')],
    ['ours', typescript('./measure-ours.ts')],
  ])
  const script = fileURLToPath(new URL('./measure-keras.py', import.meta.url))
  if (keras !== undefined) programs.set('keras', { command: [keras, script] })
  return programs
}

interface Result {
  readonly network: NetworkName
  readonly standings: readonly Standing[]
  readonly rounds: readonly object[]
}

function tablesOf(results: readonly Result[]): string {
  const rows = results.flatMap(({ network, standings }) =>
    standings.map((standing) => [network, ...standingCells(standing)]))
  const ours = results.flatMap(({ standings }) => standings.filter(({ contestant }) => contestant === 'ours'))
  const verdict = ours.every(({ ratio }) => ratio >= goal) ? 'met' : 'NOT met'
  return `${formatTable(columns, rows)}\n\nGoal: at least ${goal} times stock \`model.fit\`: ${verdict}.`
}

async function main(options: Options): Promise<void> {
  const { threads, steps, warmupSteps } = options
  const machine = describeMachine()
  const programs = programsOf(options)
  const results: Result[] = []
  for (const network of options.networks) {
    console.log(`Measuring ${network} ...`)
    const shape = networkShapes[network]
    const task: TrainingTask = { backend: 'node', network, shape, threads, batchSize, warmupSteps, steps }
    const asks = [...programs].map(([name, program]) => [name, () => runChild<TrainingAnswer>(program, task)] as const)
    const rounds = await measureRounds(new Map(asks), options.rounds)
    const standings = summarizeTraining(rounds, [...programs.keys()])
    results.push({ network, standings, rounds: rounds.map((round) => Object.fromEntries(round)) })
  }
  const versions = Object.fromEntries(results[0].standings.map(({ contestant, software }) => [contestant, software]))
  // a path of this machine is no setting
  const settings = { ...options, batchSize, keras: options.keras !== undefined }
  await publishReport({ bench: 'training', machine, versions, settings, results }, tablesOf(results), options)
}

const options = readOptions(lines, process.argv.slice(2))
if (options === 'help') console.log(helpText(summary, lines))
else await main(options)
