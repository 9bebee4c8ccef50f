// A row of the table of measured providers, and what such a row is asked for by.
import type { ExecutionProviderName } from '../execution-provider'

export interface MeasuredCandidate {
  readonly name: ExecutionProviderName
  /** onnxruntime's own options of the provider. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Default: 1. */
  readonly threads?: number
}

export interface MeasuredProvider {
  readonly executionProvider: ExecutionProviderName
  /** As the session has them; as asked for where there is no session. */
  readonly threads: number
  /** Pictures in one run. */
  readonly batchSize: number
  /** Of one run; null where it could not be measured. */
  readonly medianMilliseconds: number | null
  /** Why there is no median. */
  readonly reason?: string
}
