// A recipe, a backend and the training pictures in; a run that goes step by step and whose whole state can be saved.
import type { Scalar } from '@tensorflow/tfjs-core'
import type { LayersModel, TrainingBackend } from './backends/tensorflow'
import type { BatchSource } from './batch-source'
import type { Recipe } from './config'
import { createRandomSource, restoreRandomSource } from './dataset/random-source'
import { shuffle } from './dataset/shuffle'
import { LabelledBatches } from './labelled-batches'
import type { LabelledPictures } from './labelled-pictures'
import { triangularLearningRate } from './learning-rate'
import { MovingAverage } from './moving-average'
import { Nesterov } from './nesterov'
import { createNetwork, networkShapes } from './network'
import { trainableVariables, trainStep } from './train-step'
import { whitenStem } from './whiten-stem'

/** Where a run stands: enough, with the weights, to continue it bit by bit. */
export interface RunPosition {
  /** Steps done since the beginning. */
  readonly step: number
  /** The generator as it was when the running epoch was shuffled, and as it is now. */
  readonly epochState: readonly number[]
  readonly state: readonly number[]
}

export class TrainingRun {
  readonly model: LayersModel
  readonly optimizer: Nesterov
  readonly average: MovingAverage
  readonly stepsPerEpoch: number
  readonly steps: number
  private random
  private epochState: readonly number[]
  private order: Int32Array
  private step = 0
  private readonly batches: BatchSource

  /**
   * `indices`: which of the pictures are trained on. An incomplete last batch of an epoch is left out.
   * `batches`: what a student sees; without it the pictures are augmented by the recipe.
   */
  constructor(
    private readonly backend: TrainingBackend,
    readonly recipe: Recipe,
    data: LabelledPictures,
    private readonly indices: Int32Array,
    batches?: BatchSource,
  ) {
    const { tf } = backend
    this.model = createNetwork(tf, networkShapes[recipe.network], recipe.seed)
    if (recipe.stem === 'whitened') whitenStem(tf, this.model, data.pictures, indices)
    backend.accelerate(this.model)
    this.optimizer = new Nesterov(tf, trainableVariables(this.model), recipe)
    this.average = new MovingAverage(tf, this.model, recipe.averageDecay)
    const random = () => this.random
    this.batches = batches ?? new LabelledBatches(data, indices, recipe.augmentation, random, recipe.batchSize)
    this.stepsPerEpoch = Math.floor(this.batches.picturesOf(0).length / recipe.batchSize)
    this.steps = this.stepsPerEpoch * recipe.epochs
    this.random = createRandomSource(recipe.seed)
    this.epochState = this.random.getState()
    this.order = indices
  }

  get position(): RunPosition {
    return { step: this.step, epochState: this.epochState, state: this.random.getState() }
  }

  get epoch(): number {
    return Math.floor(this.step / this.stepsPerEpoch)
  }

  get isFinished(): boolean {
    return this.step >= this.steps
  }

  get learningRate(): number {
    return triangularLearningRate(this.recipe.learningRate, this.step, this.steps)
  }

  /** One batch. Returns its mean loss as a tensor, which the caller reads when it likes and disposes. */
  next(): Scalar {
    const { recipe } = this
    const inEpoch = this.step % this.stepsPerEpoch
    if (inEpoch === 0) this.shuffleEpoch()
    const chosen = this.order.subarray(inEpoch * recipe.batchSize, (inEpoch + 1) * recipe.batchSize)
    const batch = this.batches.next(chosen, this.epoch)
    const { labelSmoothing, distillation } = recipe
    const options = { learningRate: this.learningRate, labelSmoothing, distillation }
    const loss = trainStep(this.backend.tf, this.model, this.optimizer, batch, options)
    this.step += 1
    if (this.step % recipe.averageEvery === 0) this.average.update(this.step / recipe.averageEvery)
    return loss
  }

  /** Pictures of further batches, as a step would see them, without a step: the array is reused for the next one. */
  *drawPictures(count: number): Generator<Float32Array> {
    const { batchSize } = this.recipe
    const order = shuffle(Int32Array.from(this.indices), this.random)
    for (let batch = 0; batch < Math.min(count, this.stepsPerEpoch); batch++) {
      yield this.batches.next(order.subarray(batch * batchSize, (batch + 1) * batchSize), batch).pictures
    }
  }

  /** Goes to a saved position. Weights, velocities and averages are restored by the checkpoint. */
  moveTo({ step, epochState, state }: RunPosition): void {
    this.step = step
    this.random = restoreRandomSource(epochState)
    if (step % this.stepsPerEpoch !== 0) this.shuffleEpoch()
    this.random = restoreRandomSource(state)
  }

  private shuffleEpoch(): void {
    this.epochState = this.random.getState()
    this.order = shuffle(Int32Array.from(this.batches.picturesOf(this.epoch)), this.random)
  }
}
