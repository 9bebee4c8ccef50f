// npm run export: models/<name>/layers-model in; model.onnx, manifest.json, golden.json, report.json, MODEL_CARD.md out.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import type { ConversionReport } from 'tfjs-to-onnx'
import { loadBackend } from './backends/load-backend'
import type { LayersModel } from './backends/tensorflow'
import { buildOnnx, inputContract, outputNames } from './build-onnx'
import { assertParity } from './check-parity'
import type { Recipe } from './config'
import { labels } from './dataset/labels'
import { loadTestImages, loadTrainingSet } from './dataset/load-dataset'
import { loadSplit } from './dataset/load-split'
import { locateDataset } from './dataset/locate-dataset'
import { evaluateProbabilities } from './evaluate-probabilities'
import { fitTemperature } from './fit-temperature'
import type { TrainingRecord } from './history'
import { loadLayersModel } from './layers-model'
import { measureParity } from './measure-parity'
import { writeReport, type ModelReport } from './report'
import { runOnnx } from './run-onnx'
import { writeGolden } from './write-golden'
import { writeModelCard } from './write-model-card'

interface ExportOptions {
  readonly model: string
  readonly data?: string
  readonly layersModel?: string
  readonly threads: number
}

const program = new Command('export')
  .description('Writes a trained model as ONNX, refusing one that disagrees with TensorFlow.js.')
  .option('--model <name>', 'folder in models/', 'fashion-small')
  .option('--layers-model <folder>', 'where the trained model lies (default: models/<name>/layers-model)')
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')
  .option('--threads <count>', 'threads for TensorFlow', (value) => Number(value), 2)

function createManifest(
  name: string,
  recipe: Recipe,
  model: LayersModel,
  onnx: Uint8Array,
  report: ConversionReport,
  temperature: number,
) {
  const countOf = (shape: readonly (number | null)[]) =>
    shape.reduce<number>((product, size) => product * (size ?? 1), 1)
  return {
    manifestVersion: 1,
    name,
    description: 'Ten kinds of clothing (Fashion-MNIST) from a 28x28 grey picture',
    labels,
    input: inputContract,
    preprocess: 'auto',
    outputs: outputNames,
    temperature: { value: temperature, applied: 'in-graph' },
    recipe: recipe.id,
    file: 'model.onnx',
    sha256: createHash('sha256').update(onnx).digest('hex'),
    bytes: onnx.length,
    opset: report.opset,
    parameters: model.trainableWeights.reduce((sum, { shape }) => sum + countOf(shape), 0),
    macs: report.multiplyAccumulates,
    embeddingSize: model.getLayer('logits').getWeights()[0].shape[0],
    license: 'MIT',
  } as const
}

async function main(options: ExportOptions): Promise<void> {
  const folder = join('models', options.model)
  const source = options.layersModel ?? join(folder, 'layers-model')
  const { tf } = await loadBackend('node', { threads: options.threads })
  const model = await loadLayersModel(tf, source)
  const { recipe, backend, history } = JSON.parse(
    await readFile(join(source, 'history.json'), 'utf8'),
  ) as TrainingRecord
  const location = await locateDataset({ directory: options.data })
  const { images, labels: trueLabels } = await loadTrainingSet(location)
  const { train, validation } = loadSplit({ pixels: images.data })
  const validationLabels = validation.map((index) => trueLabels.data[index])

  const raw = await buildOnnx(model, options.model, recipe.id, 1)
  const { logits } = await runOnnx('onnxruntime-node', raw.bytes, images.data, validation, [outputNames.logits])
  const temperature = fitTemperature(logits, validationLabels, labels.length)
  const { bytes, report } = await buildOnnx(model, options.model, recipe.id, temperature)
  const parity = await measureParity(tf, model, bytes, temperature, (await loadTestImages(location)).data)
  for (const [runtime, figures] of Object.entries(parity)) assertParity(runtime, figures)
  const { probabilities } = await runOnnx('onnxruntime-node', bytes, images.data, validation, [
    outputNames.probabilities,
  ])

  const manifest = createManifest(options.model, recipe, model, bytes, report, temperature)
  const modelReport: ModelReport = {
    model: options.model,
    recipe: recipe.id,
    sha256: manifest.sha256,
    trainedOn: { pictures: train.length, backend, seed: recipe.seed, epochs: history.length },
    validation: evaluateProbabilities(probabilities, validationLabels),
    parity,
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'model.onnx'), bytes)
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeGolden(folder)
  await writeReport(folder, modelReport)
  await writeModelCard(folder)
  console.log(
    `${folder}: validation ${(100 * modelReport.validation.accuracy).toFixed(2)} %, temperature ${temperature}, ${bytes.length} bytes`,
  )
}

await main(program.parse().opts<ExportOptions>())
