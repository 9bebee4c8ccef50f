// The messages between a caller and the worker that runs its classifier: plain data, made to be cloned.
import type { BackendReport } from '../execution-provider'
import type { ModelManifest } from '../manifest'
import type { PackedError } from './pack-error'
import type { PackedEvent } from './pack-event'

/** The calls that a worker answers: 'create' first, then those of a classifier. */
export type WorkerMethod =
  'create' | 'classify' | 'classifyDetailed' | 'embed' | 'warmup' | 'setExecutionProviders' | 'dispose'

export interface CallMessage {
  readonly type: 'call'
  /** Its answer bears the same. */
  readonly id: number
  readonly method: WorkerMethod
  readonly values: readonly unknown[]
  /** An 'abort' may follow. */
  readonly abortable: boolean
}

export type ToWorker = CallMessage | { readonly type: 'abort'; readonly id: number }

export type AnswerMessage =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown; readonly backend?: BackendReport }
  | { readonly type: 'failure'; readonly id: number; readonly error: PackedError; readonly backend?: BackendReport }

export interface EventMessage {
  readonly type: 'event'
  /** The path of the option that holds it. */
  readonly listener: string
  readonly event: PackedEvent
}

export type FromWorker = AnswerMessage | EventMessage

/** What 'create' answers. */
export interface WorkerFacts {
  readonly manifest: ModelManifest
}
