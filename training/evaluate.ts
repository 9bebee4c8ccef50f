// npm run evaluate: a shipped model through the users' door on all test pictures, its figures to the log and the report out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { createClassifier, type ModelManifest } from '@stylelens/node'
import { loadTestLabels } from './dataset/load-test-labels'
import { loadTestImages } from './dataset/load-dataset'
import { locateDataset } from './dataset/locate-dataset'
import { loadTestNearDuplicates } from './dataset/load-test-near-duplicates'
import { answerDigits, evaluateTest } from './evaluate-test'
import type { LoggedFigures } from './report'
import { checkFigures, formsOf, settleFigures, type AskedForm, type MeasuredForm } from './settle-figures'
import { keepTestAnswers, readPreviousAnswers } from './test-answers'

interface EvaluateOptions {
  readonly model: string
  readonly provider: 'cpu' | 'wasm'
  readonly forms: readonly AskedForm['name'][]
  readonly data?: string
  readonly check: boolean
}

const logFile = join('models', 'test-log.jsonl')
const answersFile = join('models', 'test-answers.jsonl')
const formNames: readonly AskedForm['name'][] = ['fp32', 'fp16', 'int8', 'flip']

const program = new Command('evaluate')
  .description(
    "Measures a model on the 10,000 test pictures. A file's first figure is logged with its sha256 and stands.",
  )
  .option('--model <name>', 'folder in models/', 'fashion-small')
  .addOption(new Option('--provider <name>', 'execution provider').choices(['cpu', 'wasm']).default('cpu'))
  .addOption(
    new Option('--forms <names...>', "files of the model; flip: the first with tta: 'flip'").choices(formNames).default(formNames),
  )
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')
  .option('--check', 'write nothing; fail where the figures are not those of the report', false)

/** Probabilities of every test picture by the classifier that users have, [N * 10]. */
async function classifyAll(
  folder: string,
  provider: 'cpu' | 'wasm',
  pictures: Uint8Array,
  { dtype, tta }: Pick<AskedForm, 'dtype' | 'tta'>,
): Promise<Float64Array> {
  const classifier = await createClassifier({ model: folder, dtype, executionProviders: provider })
  if (classifier.backend.executionProvider !== provider)
    throw new Error(`${provider} was asked for and ${classifier.backend.executionProvider} runs.`)
  const images = Array.from({ length: pictures.length / 784 }, (_, index) => ({
    data: pictures.subarray(index * 784, (index + 1) * 784),
    width: 28,
    height: 28,
    channels: 1 as const,
  }))
  const answers = await classifier.classify(images, { topK: null, tta })
  const probabilities = new Float64Array(answers.length * 10)
  answers.forEach((answer, row) => answer.forEach(({ index, score }) => (probabilities[row * 10 + index] = score)))
  await classifier.dispose()
  return probabilities
}

function show(
  title: string,
  { correct, pictures, accuracy, interval, negativeLogLikelihood, expectedCalibrationError }: LoggedFigures,
): void {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  console.log(
    `${title}: ${percent(accuracy)} (${percent(interval[0])} to ${percent(interval[1])}, ${correct} of ${pictures}), ` +
      `ECE ${percent(expectedCalibrationError)}, NLL ${negativeLogLikelihood.toFixed(4)}`,
  )
}

async function main({ model, provider, forms, check, data }: EvaluateOptions): Promise<void> {
  const folder = join('models', model)
  const location = await locateDataset({ directory: data })
  const pictures = (await loadTestImages(location)).data
  const labels = (await loadTestLabels(location)).data
  const test = { labels, nearDuplicates: loadTestNearDuplicates(pictures) }
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ModelManifest
  const { name, sha256, recipe } = manifest
  const measured: MeasuredForm[] = []
  for (const form of formsOf(manifest).filter((asked) => forms.includes(asked.name))) {
    const probabilities = await classifyAll(folder, provider, pictures, form)
    const isRelease = form.name === 'fp32' // the others are compared with it, not with their predecessors
    const previous = isRelease ? await readPreviousAnswers(answersFile, { model: name, sha256 }) : undefined
    measured.push({ form, test: evaluateTest(probabilities, test, previous) })
    show(`${model} ${form.name} on ${provider}`, measured[measured.length - 1].test)
    if (isRelease && !check) {
      await keepTestAnswers(answersFile, { model: name, sha256, recipe, answers: answerDigits(probabilities) })
    }
  }
  if (check) return checkFigures(folder, logFile, measured)
  const dates = await settleFigures(folder, logFile, manifest, measured)
  console.log(`Logged for ${model} on ${dates.join(', ')}`)
}

await main(program.parse().opts<EvaluateOptions>())
