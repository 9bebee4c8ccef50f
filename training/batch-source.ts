// What a training step is fed with: pictures, targets and, for a student, what its teacher says of these very pictures.

/** One batch; the arrays are reused for the next one. */
export interface Batch {
  /** Grey 0..1, [batch * 784]. */
  readonly pictures: Float32Array
  /** Shares of the ten classes, [batch * 10]; each row sums to 1. */
  readonly targets: Float32Array
  /** Logits of the teacher, [batch * 10]. */
  readonly teacher?: Float32Array
}

export interface BatchSource {
  /** Which pictures epoch `epoch` (from 0) shows: not shuffled, and as many in every epoch. */
  picturesOf(epoch: number): Int32Array
  /** `chosen`: which pictures, [batch]; `epoch` from 0. */
  next(chosen: Int32Array, epoch: number): Batch
}
