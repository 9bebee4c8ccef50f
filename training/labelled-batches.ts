// Labelled pictures and a random source in, batches of augmented pictures with one class each out.
import type { Batch, BatchSource } from './batch-source'
import { augment, type Augmentation } from './dataset/augment'
import type { RandomSource } from './dataset/random-source'
import type { LabelledPictures } from './labelled-pictures'

export class LabelledBatches implements BatchSource {
  private readonly pictures: Float32Array
  private readonly targets: Float32Array

  /** `random` is asked at every batch, as a run that is resumed continues with another one. */
  constructor(
    private readonly data: LabelledPictures,
    private readonly indices: Int32Array,
    private readonly augmentation: Augmentation,
    private readonly random: () => RandomSource,
    batchSize: number,
  ) {
    this.pictures = new Float32Array(batchSize * 784)
    this.targets = new Float32Array(batchSize * 10)
  }

  picturesOf(): Int32Array {
    return this.indices
  }

  next(chosen: Int32Array): Batch {
    augment(this.data.pictures, chosen, this.random(), this.augmentation, this.pictures)
    this.targets.fill(0)
    chosen.forEach((picture, place) => (this.targets[place * 10 + this.data.labels[picture]] = 1))
    return { pictures: this.pictures, targets: this.targets }
  }
}
