// A finished run that holds its averaged weights in; the batch-norm statistics that validate better, and which, out.
import { estimateStatistics } from './estimate-statistics'
import type { StatisticsChoice } from './history'
import { measureValidation, type ValidationPictures } from './measure-validation'
import type { TrainingRun } from './training-run'

// Some 12,800 pictures: the estimate of a channel's variance is then within about two per cent.
const batches = 100

/** Undefined where there are no validation pictures to choose by: the averaged ones stay. */
export async function chooseStatistics(
  run: Pick<TrainingRun, 'model' | 'drawPictures'>,
  pictures: ValidationPictures,
): Promise<StatisticsChoice | undefined> {
  const { model } = run
  if (pictures.validation.length === 0) return undefined
  const { validationLoss: averaged } = await measureValidation(model, pictures)
  const weights = model.getWeights().map((weight) => weight.clone())
  estimateStatistics(pictures.backend.tf, model, run.drawPictures(batches))
  const { validationLoss: estimated } = await measureValidation(model, pictures)
  const better = estimated < averaged
  if (!better) model.setWeights(weights)
  pictures.backend.tf.dispose(weights)
  return { kept: better ? 'estimated' : 'averaged', averaged, estimated }
}
