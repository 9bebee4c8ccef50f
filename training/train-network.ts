// A training run in, its history out: goes through the epochs, reports, saves checkpoints, stops when asked.
import type { TrainingBackend } from './backends/tensorflow'
import { saveCheckpoint } from './checkpoint'
import type { EpochRecord } from './history'
import type { LabelledPictures } from './labelled-pictures'
import { measureValidation } from './measure-validation'
import type { TrainingRun } from './training-run'

export interface TrainingProgress {
  readonly epoch: number
  readonly epochs: number
  /** Steps done in this epoch, and steps of an epoch. */
  readonly step: number
  readonly steps: number
  readonly loss: number
  readonly learningRate: number
  readonly imagesPerSecond: number
  readonly secondsLeft: number
}

export interface TrainNetworkOptions {
  readonly backend: TrainingBackend
  readonly data: LabelledPictures
  /** Empty where all pictures are trained on: then nothing is measured. */
  readonly validation: Int32Array
  /** Epochs between two looks at the validation pictures; the last epoch is always looked at. */
  readonly validateEvery: number
  readonly checkpointFile: string
  readonly history: EpochRecord[]
  readonly stopRequested: () => boolean
  readonly onProgress: (progress: TrainingProgress) => void
  readonly onEpoch: (record: EpochRecord) => void
}

// Reading the loss waits for the step; every so many steps it costs nothing that shows.
const stepsBetweenReports = 20

/** Trains until the recipe's end or until stopRequested; true when the end was reached. */
export async function trainNetwork(run: TrainingRun, options: TrainNetworkOptions): Promise<boolean> {
  while (!run.isFinished) {
    const record = await trainEpoch(run, options)
    if (record !== null) {
      options.history.push(record)
      options.onEpoch(record)
    }
    await saveCheckpoint(options.checkpointFile, run, options.history)
    if (record === null) return false
  }
  return true
}

/** Goes to the end of the running epoch; null when it was asked to stop before. */
async function trainEpoch(run: TrainingRun, options: TrainNetworkOptions): Promise<EpochRecord | null> {
  const epoch = run.epoch
  const began = performance.now()
  let losses = 0
  let read = 0
  let steps = 0
  while (run.epoch === epoch) {
    if (options.stopRequested()) return null
    const learningRate = run.learningRate
    const loss = run.next()
    steps += 1
    if (steps % stepsBetweenReports === 1 || run.epoch !== epoch) {
      losses += (await loss.data())[0]
      read += 1
      const imagesPerSecond = (steps * run.recipe.batchSize) / ((performance.now() - began) / 1000)
      options.onProgress({
        epoch: epoch + 1,
        epochs: run.recipe.epochs,
        step: run.position.step - epoch * run.stepsPerEpoch,
        steps: run.stepsPerEpoch,
        loss: losses / read,
        learningRate,
        imagesPerSecond,
        secondsLeft: ((run.steps - run.position.step) * run.recipe.batchSize) / imagesPerSecond,
      })
    }
    loss.dispose()
    await new Promise((resolve) => setImmediate(resolve)) // signals are heard between steps
  }
  const imagesPerSecond = (steps * run.recipe.batchSize) / ((performance.now() - began) / 1000)
  const isTurn = run.epoch % options.validateEvery === 0 || run.isFinished
  const measure = isTurn && options.validation.length > 0
  const validation = measure ? await validate(run, options) : { validationAccuracy: null, validationLoss: null }
  return { epoch: epoch + 1, loss: losses / read, learningRate: run.learningRate, imagesPerSecond, ...validation }
}

/** Accuracy and loss of the averaged weights on the validation pictures. */
async function validate(run: TrainingRun, options: TrainNetworkOptions) {
  const { validationAccuracy, validationLoss } = await run.average.swapIn(() => measureValidation(run.model, options))
  return { validationAccuracy, validationLoss }
}
