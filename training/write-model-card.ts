// A model's manifest and report in, its MODEL_CARD.md out: every figure in the card is one of the report.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelManifest } from '@stylelens/core'
import { readReport, type Evaluation, type ModelReport } from './report'

const percent = (share: number) => `${(100 * share).toFixed(2)} %`

const evaluationRow = (name: string, evaluation: Evaluation) =>
  `| ${name} | ${evaluation.pictures.toLocaleString('en')} | ${percent(evaluation.accuracy)} (${percent(evaluation.interval[0])} to ` +
  `${percent(evaluation.interval[1])}) | ${percent(evaluation.expectedCalibrationError)} | ${evaluation.negativeLogLikelihood.toFixed(4)} |`

export async function writeModelCard(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ModelManifest
  await writeFile(join(folder, 'MODEL_CARD.md'), modelCard(manifest, await readReport(folder)))
}

function modelCard(manifest: ModelManifest, report: ModelReport): string {
  const { name, labels, input, parameters, macs, bytes, opset, sha256, temperature, recipe } = manifest
  const rows = [evaluationRow('validation (chosen on)', report.validation), ...report.test ? [evaluationRow('test (measured once)', report.test)] : []]
  const parity = Object.entries(report.parity).map(([runtime, { maxDifference, argmaxDisagreements, pictures }]) =>
    `| ${runtime} | ${pictures.toLocaleString('en')} | ${maxDifference.toExponential(1)} | ${argmaxDisagreements} |`)
  return `# ${name}

Says which of ten kinds of clothing a picture shows: ${labels.join(', ')}.

<!-- Written by training/write-model-card.ts from manifest.json and report.json. -->

| | |
|---|---|
| parameters | ${parameters.toLocaleString('en')} |
| multiply-accumulates a picture | ${macs.toLocaleString('en')} |
| file | ${manifest.file}, ${bytes.toLocaleString('en')} bytes, ONNX opset ${opset} |
| sha256 | \`${sha256}\` |
| input | ${input.type} [N, ${input.height}, ${input.width}, ${input.channels}], grey ${input.range.join(' to ')}, ${input.polarity} |
| trained on | ${report.trainedOn.pictures.toLocaleString('en')} pictures of Fashion-MNIST (MIT), ${report.trainedOn.epochs} epochs, seed ${report.trainedOn.seed}, recipe ${recipe} |
| trained by | ${report.trainedOn.backend} |
| temperature | ${temperature.value}, divided into the last layer; fitted on the validation pictures |
| licence | ${manifest.license} |

## Accuracy

| pictures | number | accuracy (95 % interval) | ECE, 15 equal-mass bins | NLL |
|---|---|---|---|---|
${rows.join('\n')}

The weights are the moving average at the last epoch; no test-time augmentation. The test labels were read once, by
\`npm run evaluate\`, and the figure stands in models/test-log.jsonl with the sha256 above.

## Same answer on every runtime

Largest difference of any probability to TensorFlow.js, which trained the model:

| runtime | pictures | largest difference | other class |
|---|---|---|---|
${parity.join('\n')}

## Limits

- It knows 28x28 grey pictures of single garments, cut tight, on a plain background. Accuracy on Fashion-MNIST does not carry
  over to photos of people, of rooms, or of several garments; expect far less there.
- It always names one of its ten classes, also for a picture of something else. Most confusions are among T-shirt/top, Shirt,
  Pullover, Coat and Dress.
- The data set holds one shop's products of 2017; white products were left out.
`
}
