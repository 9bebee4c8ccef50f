// npm run evaluate: a shipped model through the users' door on all test pictures, its figures to the log and the report out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { createClassifier, type ModelManifest } from '@stylelens/node'
import { loadTestLabels } from './dataset/load-test-labels'
import { loadTestImages } from './dataset/load-dataset'
import { locateDataset } from './dataset/locate-dataset'
import { evaluateProbabilities } from './evaluate-probabilities'
import { readReport, writeReport, type Evaluation } from './report'
import { agrees, logTestFigure, readTestLog } from './test-log'
import { writeModelCard } from './write-model-card'

interface EvaluateOptions {
  readonly model: string
  readonly provider: 'cpu' | 'wasm'
  readonly data?: string
  readonly check: boolean
}

const logFile = join('models', 'test-log.jsonl')

const program = new Command('evaluate')
  .description(
    "Measures a model on the 10,000 test pictures. A file's first figure is logged with its sha256 and stands.",
  )
  .option('--model <name>', 'folder in models/', 'fashion-small')
  .addOption(new Option('--provider <name>', 'execution provider').choices(['cpu', 'wasm']).default('cpu'))
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')
  .option('--check', 'write nothing; fail where the figures are not those of the report', false)

/** Probabilities of every test picture by the classifier that users have, [N * 10]. */
async function classifyAll(folder: string, provider: 'cpu' | 'wasm', pictures: Uint8Array): Promise<Float64Array> {
  const classifier = await createClassifier({ model: folder, executionProviders: provider })
  if (classifier.backend.executionProvider !== provider)
    throw new Error(`${provider} was asked for and ${classifier.backend.executionProvider} runs.`)
  const images = Array.from({ length: pictures.length / 784 }, (_, index) => ({
    data: pictures.subarray(index * 784, (index + 1) * 784),
    width: 28,
    height: 28,
    channels: 1 as const,
  }))
  const answers = await classifier.classify(images, { topK: null })
  const probabilities = new Float64Array(answers.length * 10)
  answers.forEach((answer, row) => answer.forEach(({ index, score }) => (probabilities[row * 10 + index] = score)))
  await classifier.dispose()
  return probabilities
}

function show(
  title: string,
  { correct, pictures, accuracy, interval, negativeLogLikelihood, expectedCalibrationError }: Evaluation,
): void {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  console.log(
    `${title}: ${percent(accuracy)} (${percent(interval[0])} to ${percent(interval[1])}, ${correct} of ${pictures}), ` +
      `ECE ${percent(expectedCalibrationError)}, NLL ${negativeLogLikelihood.toFixed(4)}`,
  )
}

async function main(options: EvaluateOptions): Promise<void> {
  const folder = join('models', options.model)
  const location = await locateDataset({ directory: options.data })
  const pictures = (await loadTestImages(location)).data
  const probabilities = await classifyAll(folder, options.provider, pictures)
  const evaluation = evaluateProbabilities(probabilities, (await loadTestLabels(location)).data)
  show(`${options.model} on ${options.provider}`, evaluation)
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ModelManifest
  const { sha256, recipe } = manifest
  const standing = options.check
    ? (await readTestLog(logFile)).find((line) => line.sha256 === sha256)
    : await logTestFigure(logFile, {
        model: options.model,
        sha256,
        recipe,
        date: new Date().toISOString().slice(0, 10),
        ...evaluation,
      })
  if (standing === undefined)
    throw new Error(`${logFile} has no line for ${options.model} ${sha256}. Run evaluate without --check once.`)
  if (!agrees(standing, evaluation))
    throw new Error(`The logged figure of this file is another one: ${JSON.stringify(standing)}`)
  const report = await readReport(folder)
  if (options.check) {
    if (report.test === undefined || !agrees(report.test, evaluation))
      throw new Error(`${folder}/report.json has another figure.`)
    return
  }
  const { model, date, sha256: _, recipe: __, ...test } = standing
  await writeReport(folder, { ...report, test })
  await writeModelCard(folder)
  console.log(`Logged for ${model} on ${date}`)
}

await main(program.parse().opts<EvaluateOptions>())
