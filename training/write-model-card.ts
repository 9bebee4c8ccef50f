// A model's manifest and report in, its MODEL_CARD.md out: every figure in the card is one of the report.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelManifest } from '@stylelens/core'
import { accuracyTable, fileTable, percent, previousRelease, thousands } from './card-tables'
import { formLimits } from './compare-forms'
import { readReport, type ModelReport } from './report'

export async function writeModelCard(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ModelManifest
  await writeFile(join(folder, 'MODEL_CARD.md'), modelCard(manifest, await readReport(folder)))
}

/** The text of the card. */
export function modelCard(manifest: ModelManifest, report: ModelReport): string {
  return `# ${manifest.name}

Says which of ten kinds of clothing a picture shows: ${manifest.labels.join(', ')}.

<!-- Written by training/write-model-card.ts from manifest.json and report.json. -->

${facts(manifest, report)}

## Accuracy

${accuracyTable(report)}

ECE: 15 bins of equally many pictures, with the 95 % interval of 1,000 resamples; resampling adds noise of its own, so the
interval of a small error may lie above it. AURC: the mean error over all shares
of answered pictures, the surest first. The weights are the moving average at the last epoch, trained on 55,000 pictures
(published figures use all 60,000); no test-time augmentation but in the rows named flip, which cost twice the work. The
test labels were read by \`npm run evaluate\` alone, once for each row, and the figures stand in models/test-log.jsonl
with the sha256 of their file.
${previousRelease(report)}
## Files

${fileTable(manifest, report)}

Smaller files hold the same network with its weights as float16 or as int8 with a scale for each output channel; all
compute in float32. Each has the temperature of its own answers. A file that loses more than
${percent(formLimits.accuracyLoss)} of accuracy or changes more than ${percent(formLimits.changedAnswers)} of the answers on
the validation pictures is not shipped.

## Same answer on every runtime

Largest difference of any probability to TensorFlow.js, which trained the model:

${parity(report)}

${limits}`
}

function facts(manifest: ModelManifest, { trainedOn }: ModelReport): string {
  const { input, opset } = manifest
  const rows = {
    parameters: thousands(manifest.parameters),
    'multiply-accumulates a picture': thousands(manifest.macs),
    file: `${manifest.file}, ${thousands(manifest.bytes)} bytes, ONNX opset ${opset}`,
    sha256: `\`${manifest.sha256}\``,
    input:
      `${input.type} [N, ${input.height}, ${input.width}, ${input.channels}], ` +
      `grey ${input.range.join(' to ')}, ${input.polarity}`,
    'trained on':
      `${thousands(trainedOn.pictures)} pictures of Fashion-MNIST (MIT), ${trainedOn.epochs} epochs, ` +
      `seed ${trainedOn.seed}, recipe ${manifest.recipe}`,
    'trained by': trainedOn.backend,
    temperature: `${manifest.temperature.value}, divided into the last layer; fitted on the validation pictures`,
    licence: manifest.license,
  }
  return ['| | |', '|---|---|', ...Object.entries(rows).map(([name, value]) => `| ${name} | ${value} |`)].join('\n')
}

function parity({ parity: runtimes }: ModelReport): string {
  const rows = Object.entries(runtimes).map(
    ([runtime, { pictures, maxDifference, argmaxDisagreements }]) =>
      `| ${runtime} | ${thousands(pictures)} | ${maxDifference.toExponential(1)} | ${argmaxDisagreements} |`,
  )
  return ['| runtime | pictures | largest difference | other class |', '|---|---|---|---|', ...rows].join('\n')
}

const limits = `## Limits

- It knows 28x28 grey pictures of single garments, cut tight, on a plain background. Accuracy on Fashion-MNIST does not carry
  over to photos of people, of rooms, or of several garments; expect far less there.
- It always names one of its ten classes, also for a picture of something else. Most confusions are among T-shirt/top, Shirt,
  Pullover, Coat and Dress.
- The data set holds one shop's products of 2017; white products were left out.
`
