// npm run ensemble: models in, the figures of their mean answer out: what a student's teachers know together.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { choosePictures } from './choose-pictures'
import { classifyAll } from './classify-all'
import { loadTestImages, loadTrainingSet } from './dataset/load-dataset'
import { loadSplit } from './dataset/load-split'
import { loadTestLabels } from './dataset/load-test-labels'
import { loadTestNearDuplicates } from './dataset/load-test-near-duplicates'
import { locateDataset, type DatasetLocation } from './dataset/locate-dataset'
import type { EnsembleReport } from './ensemble-report'
import { evaluateProbabilities } from './evaluate-probabilities'
import { evaluateTest } from './evaluate-test'
import { meanAnswers } from './mean-answers'
import { readReport } from './report'
import { figuresOf, requireAgreement } from './settle-figures'
import { logTestFigure } from './test-log'

interface EnsembleOptions {
  readonly members: readonly string[]
  readonly test: boolean
  readonly data?: string
}

const logFile = join('models', 'test-log.jsonl')
const reportFile = join('models', 'ensemble.json')

const program = new Command('ensemble')
  .description(`Measures the mean of several models' flip-averaged probabilities, and writes it to ${reportFile}.`)
  .requiredOption('--members <folders...>', 'folders of exported models')
  .option('--test', `also on the test pictures: once, into ${logFile}`, false)
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')

type Member = EnsembleReport['members'][number]

async function readMember(folder: string): Promise<Member> {
  const { recipe, trainedOn: { seed }, sha256 } = await readReport(folder)
  return { recipe, seed, sha256 }
}

/** Of the 8-bit pictures [N * 784], [N * 10]. */
async function askTogether(members: readonly string[], pictures: Uint8Array): Promise<Float64Array> {
  const answers: Float64Array[] = []
  for (const folder of members) answers.push(await classifyAll(folder, 'cpu', pictures, { tta: 'flip' }))
  return meanAnswers(answers)
}

async function measureValidation(members: readonly string[], location: DatasetLocation) {
  const { images, labels } = await loadTrainingSet(location)
  const { validation } = loadSplit({ pixels: images.data })
  const chosen = choosePictures({ pictures: images.data, labels: labels.data }, validation)
  return evaluateProbabilities(await askTogether(members, chosen.pictures), chosen.labels)
}

async function measureTest(folders: readonly string[], { sha256, members }: EnsembleReport, location: DatasetLocation) {
  const pictures = (await loadTestImages(location)).data
  const nearDuplicates = loadTestNearDuplicates(pictures)
  const probabilities = await askTogether(folders, pictures)
  const test = evaluateTest(probabilities, { labels: (await loadTestLabels(location)).data, nearDuplicates })
  const recipe = members.map((member) => `${member.recipe} seed ${member.seed}`).join(', ')
  const date = new Date().toISOString().slice(0, 10)
  const asked = { model: 'ensemble', sha256, recipe, date, tta: 'flip' } as const
  requireAgreement(await logTestFigure(logFile, { ...asked, ...figuresOf(test) }), test)
  return test
}

async function main({ members: folders, test, data }: EnsembleOptions): Promise<void> {
  const location = await locateDataset({ directory: data })
  const members = await Promise.all(folders.map(readMember))
  const together = members.map(({ sha256 }) => sha256).sort().join('\n')
  const report: EnsembleReport = {
    sha256: createHash('sha256').update(together).digest('hex'),
    members,
    validation: await measureValidation(folders, location),
  }
  const whole = test ? { ...report, test: await measureTest(folders, report, location) } : report
  await writeFile(reportFile, `${JSON.stringify(whole, null, 2)}\n`)
  console.log(`Validation ${whole.validation.accuracy}, test ${whole.test?.accuracy ?? 'not asked'}: wrote ${reportFile}`)
}

await main(program.parse().opts<EnsembleOptions>())
