// npm run bench:backends: one network in; images/s of our training step on the backends that npm alone brings out.
import { networkShapes } from '../../training/network'
import { describeMachine } from '../describe-machine'
import { formatTable } from '../format-table'
import { countOption, pathOption } from '../option-line'
import { publishReport } from '../publish-report'
import { helpText, readOptions, type OptionValues } from '../read-options'
import { nodeCommand, runChild } from '../run-child'
import { measureRounds } from './measure-rounds'
import { standingCells, summarizeTraining } from './summarize-training'
import type { TrainingAnswer, TrainingTask } from './training-task'

const summary = `Usage: npm run bench:backends -- [options]
Times the step of \`npm run train\` on WebAssembly beside plain JavaScript: fashion-nano, one thread, each in processes of
its own, in turns.`

const lines = {
  batchSize: countOption(16, 'pictures of a step'),
  steps: countOption(1, 'steps that one process times'),
  warmupSteps: countOption(1, 'steps before them'),
  rounds: countOption(3, 'rounds that count, after one that does not'),
  json: pathOption('FILE', 'writes all measured values'),
  readme: pathOption('FILE', 'puts the table into the marked place of a README'),
}

const columns = ['backend', 'images/s', 'ratio to cpu', 'middle half', 'by processor time', 'memory, MB']
const goal = 100 // times plain JavaScript

async function main(options: OptionValues<typeof lines>): Promise<void> {
  const { batchSize, steps, warmupSteps } = options
  const machine = describeMachine()
  const command = nodeCommand(new URL('./measure-ours.ts', import.meta.url), { typescript: true })
  const ask = (backend: TrainingTask['backend']) => () => {
    const shape = networkShapes.nano
    const task: TrainingTask = { backend, network: 'nano', shape, threads: 1, batchSize, warmupSteps, steps }
    return runChild<TrainingAnswer>({ command }, task)
  }
  const rounds = await measureRounds(new Map([['cpu', ask('cpu')], ['wasm', ask('wasm')]]), options.rounds)
  const standings = summarizeTraining(rounds, ['cpu', 'wasm'])
  const versions = Object.fromEntries(standings.map(({ contestant, software }) => [contestant, software]))
  const verdict = standings.every(({ contestant, ratio }) => contestant === 'cpu' || ratio >= goal) ? 'met' : 'NOT met'
  const table = `${formatTable(columns, standings.map(standingCells))}\n\nGoal: at least ${goal} times plain JavaScript: ${verdict}.`
  const results = { standings, rounds: rounds.map((round) => Object.fromEntries(round)) }
  await publishReport({ bench: 'backends', machine, versions, settings: options, results }, table, options)
}

const options = readOptions(lines, process.argv.slice(2))
if (options === 'help') console.log(helpText(summary, lines))
else await main(options)
