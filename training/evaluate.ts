// npm run evaluate: a shipped model through the users' door on labelled pictures, its figures to the log and reports out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import type { ModelManifest } from '@stylelens/node'
import { choosePictures } from './choose-pictures'
import { classifyAll, installedCreateClassifier } from './classify-all'
import { loadTestImages, loadTrainingSet } from './dataset/load-dataset'
import { loadSplit } from './dataset/load-split'
import { loadTestLabels } from './dataset/load-test-labels'
import { loadTestNearDuplicates } from './dataset/load-test-near-duplicates'
import { locateDataset, type DatasetLocation } from './dataset/locate-dataset'
import { evaluateProbabilities } from './evaluate-probabilities'
import { answerDigits, evaluateTest } from './evaluate-test'
import type { LabelledPictures } from './labelled-pictures'
import { readReport, type LoggedFigures } from './report'
import type { ReportSplit } from './report-page/report-data'
import { writeEvaluationReport } from './report-page/write-report'
import { checkFigures, formsOf, settleFigures, type AskedForm, type MeasuredForm } from './settle-figures'
import { keepTestAnswers, readPreviousAnswers } from './test-answers'
import { agrees } from './test-log'

interface EvaluateOptions {
  readonly model: string
  readonly models: string
  readonly provider: 'cpu' | 'wasm'
  readonly forms: readonly AskedForm['name'][]
  readonly split: ReportSplit
  readonly data?: string
  readonly package?: string
  readonly check: boolean
  /** The folder for the report; true: the usual one. */
  readonly report?: string | true
}

const reportFolder = 'report'

const releases = 'models'
const logFile = join(releases, 'test-log.jsonl')
const answersFile = join(releases, 'test-answers.jsonl')
const formNames: readonly AskedForm['name'][] = ['fp32', 'fp16', 'int8', 'flip']

const program = new Command('evaluate')
  .description(
    "Measures a model on the 10,000 test pictures. A file's first figure is logged with its sha256 and stands.",
  )
  .option('--model <name>', 'a model of the folder', 'fashion-small')
  .option('--models <folder>', 'folder of models; of another than this, nothing is a release', releases)
  .addOption(new Option('--provider <name>', 'execution provider').choices(['cpu', 'wasm']).default('cpu'))
  .addOption(
    new Option('--forms <names...>', "files of the model; flip: the first with tta: 'flip'").choices(formNames).default(formNames),
  )
  .addOption(
    new Option('--split <name>', 'validation: for choosing; the fp32 file alone, and no test labels')
      .choices(['test', 'validation'])
      .default('test'),
  )
  .option(
    '--report [folder]',
    `also write a page of all figures of the fp32 file, and the same as JSON (default folder: ${reportFolder}/)`,
  )
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')
  .option('--package <folder>', 'where @stylelens/node is installed that is to be asked (default: of this repository)')
  .option('--check', 'write nothing; fail where the figures are not those of the report', false)

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

/** Probabilities of the first file, where it was asked for. */
async function measureTest(
  { model, models, provider, forms, check, package: installed }: EvaluateOptions,
  manifest: ModelManifest,
  { pictures, labels }: LabelledPictures,
  nearDuplicates: ReadonlySet<number>,
): Promise<Float64Array | undefined> {
  const folder = join(models, model)
  const test = { labels, nearDuplicates }
  const { name, sha256, recipe } = manifest
  const measured: MeasuredForm[] = []
  const createClassifier = installed === undefined ? undefined : await installedCreateClassifier(installed)
  let first: Float64Array | undefined
  for (const form of formsOf(manifest).filter((asked) => forms.includes(asked.name))) {
    const probabilities = await classifyAll(folder, provider, pictures, { ...form, createClassifier })
    const isFirst = form.name === 'fp32' // the others are compared with it, not with their predecessors
    const isRelease = isFirst && models === releases
    const previous = isRelease ? await readPreviousAnswers(answersFile, { model: name, sha256 }) : undefined
    measured.push({ form, test: evaluateTest(probabilities, test, previous) })
    show(`${model} ${form.name} on ${provider}`, measured[measured.length - 1].test)
    if (isFirst) first = probabilities
    if (isRelease && !check)
      await keepTestAnswers(answersFile, { model: name, sha256, recipe, answers: answerDigits(probabilities) })
  }
  if (check) await checkFigures(folder, logFile, measured)
  else console.log(`Logged for ${model} on ${(await settleFigures(folder, logFile, manifest, measured)).join(', ')}`)
  return first
}

async function measureValidation(
  { model, models, provider }: EvaluateOptions,
  { pictures, labels }: LabelledPictures,
): Promise<Float64Array> {
  const folder = join(models, model)
  const probabilities = await classifyAll(folder, provider, pictures, { dtype: 'fp32', tta: 'none' })
  const evaluation = evaluateProbabilities(probabilities, labels)
  show(`${model} on ${provider}, validation pictures`, evaluation)
  if (!agrees((await readReport(folder)).validation, evaluation))
    throw new Error(`${folder}/report.json has another figure for the validation pictures.`)
  return probabilities
}

async function loadTraining(location: DatasetLocation) {
  const { images, labels } = await loadTrainingSet(location)
  return { training: { pictures: images.data, labels: labels.data }, parts: loadSplit({ pixels: images.data }) }
}

async function loadEvaluated(split: ReportSplit, location: DatasetLocation): Promise<LabelledPictures> {
  if (split === 'test')
    return { pictures: (await loadTestImages(location)).data, labels: (await loadTestLabels(location)).data }
  const { training, parts } = await loadTraining(location)
  return choosePictures(training, parts.validation)
}

async function main(options: EvaluateOptions): Promise<void> {
  const { model, models, provider, split, report } = options
  if (report !== undefined && !options.forms.includes('fp32'))
    program.error("error: --report is about the fp32 file; name 'fp32' in --forms too")
  const folder = join(models, model)
  const location = await locateDataset({ directory: options.data })
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ModelManifest
  const evaluated = await loadEvaluated(split, location)
  const nearDuplicates = split === 'test' ? loadTestNearDuplicates(evaluated.pictures) : null
  const probabilities =
    nearDuplicates === null
      ? await measureValidation(options, evaluated)
      : await measureTest(options, manifest, evaluated, nearDuplicates)
  if (report === undefined || probabilities === undefined) return
  const known = await loadTraining(location)
  const figures = { split, evaluated, nearDuplicates, probabilities }
  const subject = { folder, manifest, executionProvider: provider, ...figures, ...known }
  const { page } = await writeEvaluationReport(subject, report === true ? reportFolder : report)
  console.log(`Wrote ${page}, and its figures as JSON beside it`)
}

await main(program.parse().opts<EvaluateOptions>())
