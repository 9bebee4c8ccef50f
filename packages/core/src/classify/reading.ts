// What a call asks of the model in; the outputs that it needs, and how to read its answer from them, out.
import { ClassifierError } from '../classifier-error'
import type { ModelManifest } from '../manifest'
import type { ResolvedClassifyOptions } from '../options/classify-options'
import { rankPredictions } from '../postprocess/rank-predictions'
import { scoreLogits } from '../postprocess/score-logits'
import type { Prediction, TestTimeAugmentation } from '../prediction'
import type { OutputLengths, PictureOutputs } from '../session/run-model'

export interface Reading<Answer> {
  readonly lengths: OutputLengths
  readonly tta: TestTimeAugmentation
  /** @param outputs of one picture */
  read(outputs: PictureOutputs): Answer
}

/** Probabilities as the model gives them, or scores made of its logits. */
export function readPredictions(manifest: ModelManifest, options: ResolvedClassifyOptions): Reading<Prediction[]> {
  const { labels, outputs: { probabilities, logits } } = manifest
  const { functionToApply, tta } = options
  if (functionToApply === 'softmax') {
    return {
      lengths: { [probabilities]: labels.length },
      tta,
      read: (outputs) => rankPredictions(outputs[probabilities], labels, options),
    }
  }
  return {
    lengths: { [logits]: labels.length },
    tta,
    read: (outputs) => rankPredictions(scoreLogits(outputs[logits], functionToApply), labels, options),
  }
}

/** Throws 'embedding-missing'. */
export function readEmbedding({ name, outputs, embeddingSize }: ModelManifest): Reading<Float32Array> {
  const { embedding } = outputs
  if (embedding === undefined) {
    const sentence = `The model ${JSON.stringify(name)} has no embedding: its manifest names no such output.`
    throw new ClassifierError('embedding-missing', `${sentence} Use a model that has one, such as the embedded ones.`)
  }
  return { lengths: { [embedding]: embeddingSize ?? null }, tta: 'none', read: (outputs) => outputs[embedding] }
}
