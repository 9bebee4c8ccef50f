// npm run robustness: a model and pictures in, its accuracy under every corruption out. Validation pictures, for choosing.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import type { ModelManifest } from '@stylelens/node'
import { logOnce } from './append-only-log'
import { choosePictures } from './choose-pictures'
import { loadTestImages, loadTrainingSet } from './dataset/load-dataset'
import { loadSplit } from './dataset/load-split'
import { loadTestLabels } from './dataset/load-test-labels'
import { locateDataset, type DatasetLocation } from './dataset/locate-dataset'
import { readJsonLines } from './json-lines'
import type { LabelledPictures } from './labelled-pictures'
import { measureModelRobustness } from './measure-model-robustness'
import type { RobustnessRow } from './robustness/measure-robustness'
import type { TestLogLine } from './test-log'

interface RobustnessOptions {
  readonly model: string
  readonly data?: string
  readonly pictures?: number
  readonly test: boolean
  readonly json?: string
}

/** One line a model file, as the test log has. */
interface RobustnessLogLine extends Pick<TestLogLine, 'model' | 'sha256' | 'recipe' | 'date'> {
  readonly rows: readonly RobustnessRow[]
}

const logFile = join('models', 'robustness-log.jsonl')

const program = new Command('robustness')
  .description('Measures a model on corrupted pictures: of the validation part, to choose by.')
  .option('--model <name>', 'folder in models/', 'fashion-small')
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')
  .option('--pictures <count>', 'only so many of the validation pictures, evenly spread', Number)
  .option('--test', `the 10,000 test pictures instead, for a release: once a model file, into ${logFile}`, false)
  .option('--json <file>', 'writes the rows')

async function loadValidation(location: DatasetLocation, count = Infinity): Promise<LabelledPictures> {
  const { images, labels } = await loadTrainingSet(location)
  const { validation } = loadSplit({ pixels: images.data })
  const step = Math.max(1, validation.length / count)
  const chosen = validation.filter((_, place) => Math.floor((place + 1) / step) > Math.floor(place / step))
  return choosePictures({ pictures: images.data, labels: labels.data }, chosen)
}

/** The rows of the log where this model file was measured before. */
async function measureTest(model: string, folder: string, location: DatasetLocation): Promise<readonly RobustnessRow[]> {
  const { sha256, recipe } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ModelManifest
  const standing = (await readJsonLines<RobustnessLogLine>(logFile)).find((line) => line.sha256 === sha256)
  if (standing !== undefined) {
    console.log(`Logged for ${standing.model} on ${standing.date}, in ${logFile}`)
    return standing.rows
  }
  const pictures = (await loadTestImages(location)).data
  const rows = await measureModelRobustness(folder, { pictures, labels: (await loadTestLabels(location)).data })
  await logOnce<RobustnessLogLine>(logFile, { model, sha256, recipe, date: new Date().toISOString().slice(0, 10), rows })
  return rows
}

async function main({ model, data, pictures, test, json }: RobustnessOptions): Promise<void> {
  const folder = join('models', model)
  const location = await locateDataset({ directory: data })
  const rows = test
    ? await measureTest(model, folder, location)
    : await measureModelRobustness(folder, await loadValidation(location, pictures))
  if (json !== undefined) await writeFile(json, `${JSON.stringify(rows, null, 1)}\n`)
}

await main(program.parse().opts<RobustnessOptions>())
