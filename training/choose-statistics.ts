// A finished run that holds its averaged weights in; in it the batch-norm statistics that validate better, and how, out.
import { estimateStatistics } from './estimate-statistics'
import type { ValidatedWeights } from './history'
import { measureValidation, type ValidationPictures } from './measure-validation'
import { packLosses } from './picture-losses'
import type { TrainingRun } from './training-run'

// Some 12,800 pictures: the estimate of a channel's variance is then within about two per cent.
const batches = 100

/** Undefined where there are no validation pictures to choose by: the averaged ones stay. */
export async function chooseStatistics(
  run: Pick<TrainingRun, 'model' | 'drawPictures'>,
  pictures: ValidationPictures,
): Promise<ValidatedWeights | undefined> {
  const { model } = run
  if (pictures.validation.length === 0) return undefined
  const averaged = await measureValidation(model, pictures)
  const weights = model.getWeights().map((weight) => weight.clone())
  estimateStatistics(pictures.backend.tf, model, run.drawPictures(batches))
  const estimated = await measureValidation(model, pictures)
  const better = estimated.validationLoss < averaged.validationLoss
  const kept = better ? estimated : averaged
  if (!better) model.setWeights(weights)
  pictures.backend.tf.dispose(weights)
  return {
    statistics: {
      kept: better ? 'estimated' : 'averaged',
      averaged: averaged.validationLoss,
      estimated: estimated.validationLoss,
    },
    validationAccuracy: kept.validationAccuracy,
    validationLosses: packLosses(kept.losses),
  }
}
