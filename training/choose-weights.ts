// A finished run in; those of its weights that validate best, saved, and how they do, out.
import { estimateStatistics } from './estimate-statistics'
import type { ValidatedWeights, WeightsChoice } from './history'
import { measureValidation, type ValidationPictures } from './measure-validation'
import { packLosses } from './picture-losses'
import type { TrainingRun } from './training-run'

// Some 12,800 pictures: the estimate of a channel's variance is then within about two per cent.
const batches = 100

/**
 * `save` is called once, while the run's model holds the weights to keep. Without validation pictures these are the
 * averaged ones, and there is nothing to tell.
 */
export async function chooseWeights(
  run: Pick<TrainingRun, 'model' | 'average' | 'drawPictures'>,
  pictures: ValidationPictures,
  save: () => Promise<void>,
): Promise<ValidatedWeights | undefined> {
  const { model, average } = run
  const { validation, backend } = pictures
  if (validation.length === 0) {
    await average.swapIn(save)
    return undefined
  }
  const last = await measureValidation(model, pictures)
  const validated = await average.swapIn(async () => {
    const averaged = await measureValidation(model, pictures)
    const weights = model.getWeights().map((weight) => weight.clone())
    estimateStatistics(backend.tf, model, run.drawPictures(batches))
    const measured = { averaged, estimated: await measureValidation(model, pictures), last }
    const kept = lowestLoss(measured)
    if (kept === 'averaged') model.setWeights(weights)
    backend.tf.dispose(weights)
    if (kept !== 'last') await save()
    return describe(kept, measured)
  })
  if (validated.weights.kept === 'last') await save()
  return validated
}

type Measured = Readonly<Record<WeightsChoice['kept'], Awaited<ReturnType<typeof measureValidation>>>>

const choices = ['averaged', 'estimated', 'last'] as const

const lowestLoss = (measured: Measured) =>
  choices.reduce((best, name) => (measured[name].validationLoss < measured[best].validationLoss ? name : best))

function describe(kept: WeightsChoice['kept'], measured: Measured): ValidatedWeights {
  const loss = (name: WeightsChoice['kept']) => measured[name].validationLoss
  return {
    weights: { kept, averaged: loss('averaged'), estimated: loss('estimated'), last: loss('last') },
    validationAccuracy: measured[kept].validationAccuracy,
    validationLosses: packLosses(measured[kept].losses),
  }
}
