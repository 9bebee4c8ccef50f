// The step's number in, the learning rate out: a triangle that rises to its peak and falls to zero.

export interface TriangularSchedule {
  readonly peak: number
  /** Share of all steps, 0..1, after which the peak is reached. */
  readonly warmup: number
}

/** Learning rate of step `step` (from 0) of `steps`. */
export function triangularLearningRate({ peak, warmup }: TriangularSchedule, step: number, steps: number): number {
  const position = (step + 1) / (steps + 1)
  return position < warmup ? (peak * position) / warmup : (peak * (1 - position)) / (1 - warmup)
}
