// Training pictures and what their teachers say of their views in; batches of exactly these views out.
import { distort } from '../augmentation/distort'
import type { Distortions } from '../augmentation/distortions'
import type { Batch, BatchSource } from '../batch-source'
import { PICTURE_PIXELS } from '../dataset/picture-size'
import { createRandomSource } from '../dataset/random-source'
import type { LabelledPictures } from '../labelled-pictures'
import type { Focus, ViewSet } from './distillation-recipe'
import { drawView } from './draw-view'
import { focusOn } from './focus-on'
import type { TeacherLogits } from './teacher-logits'

/** What a student's recipe makes of the views that its teachers saw. */
export interface StudentSettings {
  readonly batchSize: number
  readonly focus?: Focus
  /** Only the student's view is distorted: it learns to say of it what its teachers said of it as it was. */
  readonly distortions?: Distortions
}

// More than pictures in the data set, so that no two pictures of an epoch share a seed.
const seedsPerEpoch = 100_000

/** Epoch e shows view e modulo the number of views of every picture, so that each comes up equally often. */
export class DistilledBatches implements BatchSource {
  private readonly pictures: Float32Array
  private readonly targets: Float32Array
  private readonly teacher: Float32Array
  private readonly positions = new Map<number, number>()

  /** `indices`: the training pictures in the order in which the teacher logits were written. */
  constructor(
    private readonly data: LabelledPictures,
    private readonly indices: Int32Array,
    private readonly views: ViewSet,
    private readonly logits: TeacherLogits,
    private readonly settings: StudentSettings,
  ) {
    const { batchSize } = settings
    this.pictures = new Float32Array(batchSize * PICTURE_PIXELS)
    this.targets = new Float32Array(batchSize * 10)
    this.teacher = new Float32Array(batchSize * 10)
    indices.forEach((picture, position) => this.positions.set(picture, position))
  }

  picturesOf(epoch: number): Int32Array {
    const { indices, views, logits } = this
    const { focus } = this.settings
    if (focus === undefined) return indices
    const chosen = focusOn(focus, (position) => logits.entropy(epoch % views.count, position), indices.length, epoch)
    return chosen.map((position) => indices[position])
  }

  next(chosen: Int32Array, epoch: number): Batch {
    const { data, indices, views, pictures, targets, teacher } = this
    const view = epoch % views.count
    targets.fill(0)
    chosen.forEach((picture, place) => {
      const { partner, share } = drawView(data.pictures, indices, { picture, view }, views, pictures, place)
      this.distortView(place, epoch * seedsPerEpoch + picture)
      targets[place * 10 + data.labels[picture]] += share
      targets[place * 10 + data.labels[partner]] += 1 - share
      this.logits.read(view, this.positions.get(picture) ?? 0, teacher, place)
    })
    return { pictures, targets, teacher }
  }

  private distortView(place: number, seed: number): void {
    const { distortions } = this.settings
    if (distortions === undefined) return
    const picture = this.pictures.subarray(place * PICTURE_PIXELS, (place + 1) * PICTURE_PIXELS)
    distort(picture, distortions, createRandomSource(this.views.seed * 7_000_003 + seed))
  }
}
