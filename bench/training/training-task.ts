// What the processes of the training bench are asked and what they answer.
import type { BackendName } from '../../training/backends/load-backend'
import type { NetworkName, NetworkShape } from '../../training/network'

export interface TrainingTask {
  /** What computes our step. */
  readonly backend: BackendName
  readonly network: NetworkName
  /** Widths of the network, for a process that cannot import network.ts. */
  readonly shape: NetworkShape
  readonly threads: number
  readonly batchSize: number
  readonly warmupSteps: number
  /** Steps that are timed, after the warm-up. */
  readonly steps: number
}

export interface TrainingAnswer {
  readonly imagesPerSecond: number
  /** Images by second of the processor's time, all threads: other processes hardly disturb it. */
  readonly imagesPerProcessorSecond: number
  /** Loss of training at the end: finite, or the steps were none. */
  readonly loss: number
  /** Resident memory at the end, bytes. */
  readonly bytes: number
  /** What computed, with its versions. */
  readonly software: string
}
