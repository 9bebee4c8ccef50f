// A model's folder and pictures with labels in; its rows under every corruption, printed as they come, out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { outputNames } from './build-onnx'
import { classifyAll } from './classify-all'
import { readTrainingRecord } from './history'
import type { LabelledPictures } from './labelled-pictures'
import { robustnessLine, robustnessTitle, summaryLine } from './robustness/format-robustness'
import { measureRobustness, type RobustnessRow } from './robustness/measure-robustness'
import { seenFamilies } from './robustness/seen-families'
import { runOnnx } from './run-onnx'

/** What the training has seen is read from the recipe beside the weights. */
export async function measureModelRobustness(
  folder: string,
  { pictures, labels }: LabelledPictures,
): Promise<RobustnessRow[]> {
  const { recipe } = await readTrainingRecord(join(folder, 'layers-model'))
  const onnx = await readFile(join(folder, 'model.onnx'))
  const everyone = Int32Array.from({ length: labels.length }, (_, place) => place)
  const network = async (shown: Uint8Array) =>
    (await runOnnx('onnxruntime-node', onnx, shown, everyone, [outputNames.probabilities]))[outputNames.probabilities]
  console.log(`${folder}, ${labels.length} pictures\n${robustnessTitle}`)
  const rows = await measureRobustness({
    ways: { network, classifier: (shown) => classifyAll(folder, 'cpu', shown) },
    pictures,
    labels,
    seen: seenFamilies(recipe.augmentation),
    onRow: (row) => console.log(robustnessLine(row)),
  })
  console.log([summaryLine(rows, 'network'), summaryLine(rows, 'classifier')].join('\n'))
  return rows
}
