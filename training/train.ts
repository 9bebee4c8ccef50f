// npm run train: Fashion-MNIST in, the averaged weights of a trained network as models/<name>/layers-model out.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { ablate, ablations, type AblationName } from './ablations'
import { backendTable, loadBackend, type BackendName } from './backends/load-backend'
import { cacheFolder } from './cache-folder'
import { restoreCheckpoint } from './checkpoint'
import { adaptRecipe } from './adapt-recipe'
import { chooseWeights } from './choose-weights'
import { recipes, type Recipe, type RecipeName } from './config'
import { balancedSubset } from './dataset/balanced-subset'
import { loadTrainingSet } from './dataset/load-dataset'
import { loadSplit } from './dataset/load-split'
import { everyPicture } from './dataset/split'
import { locateDataset } from './dataset/locate-dataset'
import type { Split } from './dataset/split'
import { DistilledBatches } from './distillation/distilled-batches'
import { readTeacherLogits, teacherFile } from './distillation/teacher-logits'
import type { EpochRecord, TrainingRecord } from './history'
import type { LabelledPictures } from './labelled-pictures'
import { saveLayersModel } from './layers-model'
import { networkShapes, type NetworkName } from './network'
import { runFolder, runName, writeRun } from './run-record'
import { showProgress } from './show-progress'
import { trainNetwork } from './train-network'
import { TrainingRun } from './training-run'
import { varyRecipe } from './vary-recipe'

interface TrainOptions {
  readonly model: RecipeName
  readonly backend: BackendName
  readonly threads: number
  readonly data?: string
  readonly epochs?: number
  readonly seed?: number
  readonly network?: NetworkName
  readonly ablation?: AblationName
  readonly all: boolean
  readonly fraction?: number
  readonly regularisation: boolean
  readonly output?: string
  readonly runs: string
  readonly resume: boolean
}

const defaultBackendReason = 'the default: the shipped models are trained on it'

const number = (value: string) => Number(value)

const program = new Command('train')
  .description('Trains a network on Fashion-MNIST and writes its averaged weights.')
  .addOption(
    new Option('--model <name>', 'which recipe of config.ts').choices(Object.keys(recipes)).default('fashion-small'),
  )
  .addOption(new Option('--backend <name>', 'what computes').choices(Object.keys(backendTable)).default('node'))
  .option('--threads <count>', 'threads of one operation; with 1 the same seed gives the same weights', number, 1)
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')
  .option('--epochs <count>', 'another number of epochs than the recipe has', number)
  .option('--seed <number>', 'another seed than the recipe has', number)
  .addOption(new Option('--network <name>', 'another network than the recipe has').choices(Object.keys(networkShapes)))
  .addOption(new Option('--ablation <name>', 'one trick less, or more: see ablations.ts').choices(Object.keys(ablations)))
  .option('--all', 'train on all 60,000 pictures, validation too: for comparison with others, not for release', false)
  .option('--fraction <share>', 'train on this share of each class, drawn by the seed: 0.01 is 1 %', number)
  .option('--no-regularisation', 'neither augmentation nor weight decay nor label smoothing')
  .option('--output <folder>', 'where layers-model/ goes (default: models/<name>; where the recipe was changed, the cache)')
  .option('--runs <folder>', 'where the settings and the history of the run are kept', runFolder)
  .option('--resume', 'continue from the checkpoint of the same recipe', false)

async function main(options: TrainOptions): Promise<void> {
  const recipe = varyRecipe(adaptRecipe(ablate(recipes[options.model], options.ablation), options), options)
  const backend = await loadBackend(options.backend, { threads: options.threads })
  const reason = program.getOptionValueSource('backend') === 'default' ? defaultBackendReason : 'asked for by --backend'
  console.log(`Backend: ${backend.description} (${reason})`)
  if (backend.warning !== undefined) console.warn(backend.warning)
  const { images, labels } = await loadTrainingSet(await locateDataset({ directory: options.data }))
  const data = { pictures: images.data, labels: labels.data }
  const known = options.all ? everyPicture(data) : loadSplit({ pixels: data.pictures })
  const split = chooseFraction(known, data.labels, recipe)
  const run = new TrainingRun(backend, recipe, data, split.train, await batchesOf(recipe, data, split.train))
  const checkpointFile = join(cacheFolder('runs'), `${runName(recipe)}.checkpoint`)
  const history: EpochRecord[] = []
  if (options.resume && existsSync(checkpointFile)) {
    history.push(...(await restoreCheckpoint(checkpointFile, backend.tf, run)))
    console.log(`Continuing ${recipe.id} at step ${run.position.step} of ${run.steps}`)
  }
  const finished = await trainWithSignals(run, { backend, data, validation: split.validation, checkpointFile, history })
  if (!finished) {
    console.log('Stopped; the checkpoint is saved. Continue with --resume.')
    process.exitCode = 130
    return
  }
  const folder = join(options.output ?? outputOf(recipe, options.model), 'layers-model')
  const pictures = split.train.length
  const validated = await chooseWeights(run, { backend, data, validation: split.validation }, () =>
    saveLayersModel(backend.tf, run.model, folder),
  )
  const computed = { backend: backend.description, backendReason: reason }
  const record: TrainingRecord = { recipe, pictures, ...computed, ...validated, history }
  await writeFile(join(folder, 'history.json'), `${JSON.stringify(record, null, 1)}\n`)
  console.log(`Wrote ${folder} and ${await writeRun(options.runs, record)}`)
}

/** What is no recipe of config.ts is none of the models either. */
const outputOf = ({ id }: Recipe, model: RecipeName): string =>
  id === recipes[model].id ? join('models', model) : join(cacheFolder('models'), id)

/** The split with only the recipe's share of the training pictures. */
function chooseFraction({ train, validation }: Split, labels: Uint8Array, { variant, seed }: Recipe): Split {
  return { train: balancedSubset(train, labels, variant?.fraction ?? 1, seed), validation }
}

/** What a student sees; undefined where the recipe has no teacher. */
async function batchesOf({ distillation, batchSize, augmentation }: Recipe, data: LabelledPictures, indices: Int32Array) {
  if (distillation === undefined) return undefined
  const logits = await readTeacherLogits(teacherFile(distillation.teacher), distillation.views, indices.length)
  const settings = { batchSize, focus: distillation.focus, distortions: augmentation.distortions }
  return new DistilledBatches(data, indices, distillation.views, logits, settings)
}

type RunSettings = Pick<
  Parameters<typeof trainNetwork>[1],
  'backend' | 'data' | 'validation' | 'checkpointFile' | 'history'
>

/** Trains until the end or until SIGINT or SIGTERM, which save a checkpoint first. */
async function trainWithSignals(run: TrainingRun, settings: RunSettings): Promise<boolean> {
  let stop = false
  const requestStop = () => (stop = true)
  process.once('SIGINT', requestStop).once('SIGTERM', requestStop)
  const display = showProgress()
  try {
    return await trainNetwork(run, {
      ...settings,
      validateEvery: 5,
      stopRequested: () => stop,
      onProgress: display.progress,
      onEpoch: display.epoch,
    })
  } finally {
    display.stop()
  }
}

await main(program.parse().opts<TrainOptions>())
