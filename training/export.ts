// npm run export: models/<name>/layers-model in; every form of the ONNX file, its manifest, reports and card out.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { loadBackend } from './backends/load-backend'
import { buildForm, type ModelForm, type ValidationPictures } from './build-form'
import { assertParity } from './check-parity'
import { chooseForms } from './choose-forms'
import { createManifest, formFile } from './create-manifest'
import { loadTestImages, loadTrainingSet } from './dataset/load-dataset'
import { loadSplit } from './dataset/load-split'
import { locateDataset } from './dataset/locate-dataset'
import { evaluateProbabilities } from './evaluate-probabilities'
import { readTrainingRecord } from './history'
import { loadLayersModel } from './layers-model'
import { measureParity } from './measure-parity'
import { writeReport, type ModelReport } from './report'
import { writeGolden } from './write-golden'
import { writeModelCard } from './write-model-card'

interface ExportOptions {
  readonly model: string
  readonly models: string
  readonly data?: string
  readonly layersModel?: string
  readonly threads: number
}

const program = new Command('export')
  .description('Writes a trained model as ONNX, refusing one that disagrees with TensorFlow.js.')
  .option('--model <name>', 'a model of the folder', 'fashion-small')
  .option('--models <folder>', 'folder of models', 'models')
  .option('--layers-model <folder>', 'where the trained model lies (default: in the folder of the model)')
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')
  .option('--threads <count>', 'threads for TensorFlow', (value) => Number(value), 2)

async function loadPictures(directory: string | undefined) {
  const location = await locateDataset({ directory })
  const { images, labels } = await loadTrainingSet(location)
  const { train, validation } = loadSplit({ pixels: images.data })
  const forValidation: ValidationPictures = {
    pictures: images.data,
    indices: validation,
    labels: validation.map((index) => labels.data[index]),
  }
  return { trainedOn: train.length, validation: forValidation, test: (await loadTestImages(location)).data }
}

/** Files of forms that are no longer shipped are taken away. */
async function writeForms(folder: string, forms: readonly ModelForm[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const dtype of ['fp16', 'int8'] as const) await rm(join(folder, formFile(dtype)), { force: true })
  for (const { dtype, bytes } of forms) await writeFile(join(folder, formFile(dtype)), bytes)
}

async function main(options: ExportOptions): Promise<void> {
  const folder = join(options.models, options.model)
  const source = options.layersModel ?? join(folder, 'layers-model')
  const { tf } = await loadBackend('node', { threads: options.threads })
  const model = await loadLayersModel(tf, source)
  const { recipe, pictures, backend, history } = await readTrainingRecord(source)
  const { trainedOn, validation, test } = await loadPictures(options.data)
  const names = { name: options.model, recipe: recipe.id }

  const whole = await buildForm(model, names, 'fp32', validation)
  const parity = await measureParity(tf, model, whole.bytes, whole.temperature, test)
  for (const [runtime, figures] of Object.entries(parity)) assertParity(runtime, figures)
  const small = [await buildForm(model, names, 'fp16', validation), await buildForm(model, names, 'int8', validation)]
  const { shipped, refused, reports } = chooseForms(whole, small, validation.labels)
  for (const { dtype, reason } of refused) console.warn(`${dtype} is not shipped: ${reason}.`)

  const manifest = createManifest(names, model, whole, shipped)
  const modelReport: ModelReport = {
    model: options.model,
    recipe: recipe.id,
    sha256: manifest.sha256,
    trainedOn: { pictures: pictures ?? trainedOn, backend, seed: recipe.seed, epochs: history.length },
    validation: evaluateProbabilities(whole.probabilities, validation.labels),
    parity,
    forms: reports,
    flip: {
      temperature: whole.flip.temperature,
      validation: evaluateProbabilities(whole.flip.probabilities, validation.labels),
    },
  }
  await writeForms(folder, [whole, ...shipped])
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeGolden(folder)
  await writeReport(folder, modelReport)
  await writeModelCard(folder)
  const accuracy = `${(100 * modelReport.validation.accuracy).toFixed(2)} %`
  const sizes = [whole, ...shipped].map(({ dtype, bytes }) => `${dtype} ${bytes.length} bytes`).join(', ')
  console.log(`${folder}: validation ${accuracy}, temperature ${whole.temperature}, ${sizes}`)
}

await main(program.parse().opts<ExportOptions>())
