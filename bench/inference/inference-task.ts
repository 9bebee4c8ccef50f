// What the processes of the inference bench are asked and what they answer.

export const providers = ['cpu', 'wasm'] as const
export type Provider = (typeof providers)[number]

export const largestBatch = 128
export const batchSizes = [1, largestBatch] as const

/** A model on a provider: the same file and the same threads for both sides. */
export interface InferenceTask {
  /** Folder of manifest.json and model.onnx. */
  readonly folder: string
  readonly provider: Provider
  readonly threads: number
}

export interface ThroughputTask extends InferenceTask {
  readonly rounds: number
  /** How long one side of one round takes, about. */
  readonly milliseconds: number
}

/** Microseconds that one call took. */
export interface CallTime {
  readonly wall: number
  /** Of the whole process, all threads: other processes hardly disturb it. */
  readonly processor: number
}

/** The times of each side, round by round. */
export interface TimedSides<Side extends string> {
  readonly callsPerRound: Readonly<Record<Side, number>>
  readonly times: Readonly<Record<Side, readonly CallTime[]>>
}

export interface BatchThroughput extends TimedSides<'ours' | 'bare'> {
  readonly batch: number
}

export interface ThroughputAnswer {
  readonly runtime: string
  readonly runtimeVersion: string
  readonly batches: readonly BatchThroughput[]
}

export interface ColdStartAnswer {
  /** From before the import to the first answer. */
  readonly milliseconds: number
  /** Resident memory after the first answer, and what of it was there before the import. */
  readonly bytes: number
  readonly bytesBefore: number
  /** Probability of the best class, to compare the two sides. */
  readonly score: number
}
