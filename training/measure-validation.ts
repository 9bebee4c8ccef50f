// A network and the validation pictures in, its accuracy and losses on them out.
import type { LayersModel, TrainingBackend } from './backends/tensorflow'
import type { LabelledPictures } from './labelled-pictures'
import { countCorrect, pictureLosses, softmaxRows } from './metrics'
import { predictLogits } from './predict-logits'

export interface ValidationPictures {
  readonly backend: TrainingBackend
  readonly data: LabelledPictures
  /** Which of them. */
  readonly validation: Int32Array
}

export async function measureValidation(model: LayersModel, { backend, data, validation }: ValidationPictures) {
  const logits = await predictLogits(backend.tf, model, data.pictures, validation)
  const labels = validation.map((index) => data.labels[index])
  const losses = pictureLosses(softmaxRows(logits, 10), labels, 10)
  return {
    validationAccuracy: countCorrect(logits, labels, 10) / labels.length,
    validationLoss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    /** Of each picture, in their order. */
    losses,
  }
}
