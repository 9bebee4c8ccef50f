// npm run bench:export: the shipped models in; how long tfjs-to-onnx takes to convert each of them, once loaded, out.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { convertLayersModel } from 'tfjs-to-onnx'
import type { ConversionOptions } from 'tfjs-to-onnx'
import { loadBackend } from '../../training/backends/load-backend'
import { loadLayersModel } from '../../training/layers-model'
import { describeMachine } from '../describe-machine'
import { formatTable } from '../format-table'
import { countOption, namesOption, pathOption } from '../option-line'
import { publishReport } from '../publish-report'
import { helpText, readOptions, type OptionValues } from '../read-options'
import { median } from '../median'
import { timeCells, timeConversions, type ConversionTimes } from './time-conversions'

const summary = `Usage: npm run bench:export -- [options]
Times convertLayersModel on models that are loaded already, on tfjs's plain CPU backend. It has no peer to be compared
with: the result is that a conversion is no wait.`

const lines = {
  models: namesOption(['fashion-nano', 'fashion-small'], 'folders of models/'),
  weights: namesOption(['fp32', 'fp16', 'int8'], 'formats of the weights'),
  rounds: countOption(11, 'conversions that count, after one that does not'),
  json: pathOption('FILE', 'writes all measured values'),
  readme: pathOption('FILE', 'puts the table into the marked place of a README'),
}

const goal = 1000 // milliseconds

interface Result {
  readonly model: string
  readonly weights: string
  readonly bytes: number
  readonly times: Omit<ConversionTimes, 'result'>
}

async function measure({ models, weights: formats, rounds }: OptionValues<typeof lines>): Promise<Result[]> {
  const { tf } = await loadBackend('cpu', { threads: 1 })
  const results: Result[] = []
  for (const model of models) {
    const folder = fileURLToPath(new URL(`../../models/${model}/layers-model`, import.meta.url))
    const loaded = await loadLayersModel(tf, folder)
    for (const weights of formats as NonNullable<ConversionOptions['weights']>[]) {
      const { result: { bytes }, ...times } = await timeConversions(() => convertLayersModel(loaded, { weights }), rounds)
      results.push({ model, weights, bytes: bytes.length, times })
    }
  }
  return results
}

function tableOf(results: readonly Result[]): string {
  const columns = ['model', 'weights', 'file, bytes', 'first, ms', 'median, ms', 'middle half, ms']
  const rows = results.map(({ model, weights, bytes, times }) => [model, weights, String(bytes), ...timeCells(times)])
  const verdict = results.every(({ times }) => median(times.milliseconds) < goal) ? 'met' : 'NOT met'
  return `${formatTable(columns, rows)}\n\nGoal: under one second: ${verdict}.`
}

const options = readOptions(lines, process.argv.slice(2))
if (options === 'help') console.log(helpText(summary, lines))
else {
  const machine = describeMachine()
  const results = await measure(options)
  const manifest = readFileSync(new URL('../../packages/tfjs-to-onnx/package.json', import.meta.url), 'utf8')
  const versions = { 'tfjs-to-onnx': (JSON.parse(manifest) as { version: string }).version }
  await publishReport({ bench: 'export', machine, versions, settings: options, results }, tableOf(results), options)
}
