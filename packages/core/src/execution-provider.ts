// The execution providers one may ask for, written the same on every runtime, and what is told of the one that runs.
import type { ClassifierError } from './classifier-error'

export const executionProviderNames =
  ['cpu', 'wasm', 'webgpu', 'webnn', 'cuda', 'tensorrt', 'coreml', 'dml', 'auto'] as const

export type ExecutionProviderName = (typeof executionProviderNames)[number]

/** A name, or `{ name, ...options }` with onnxruntime's own options of that provider. */
export type ExecutionProvider = ExecutionProviderName | { readonly name: ExecutionProviderName; readonly [option: string]: unknown }

/** A provider as the pipeline uses it: always a name and its options. */
export interface ExecutionProviderCandidate {
  readonly name: ExecutionProviderName
  readonly options: Readonly<Record<string, unknown>>
}

/** Why a candidate was not used. */
export interface ProviderFailure {
  readonly executionProvider: string
  readonly code: string
  readonly message: string
}

/** A provider is left for the next one of the list. */
export interface FallbackEvent {
  readonly from: ExecutionProviderName
  readonly to: ExecutionProviderName
  readonly reason: ClassifierError
}

export type FallbackListener = (event: FallbackEvent) => void

/** What really runs. */
export interface BackendReport {
  readonly executionProvider: ExecutionProviderName
  readonly requested: readonly ExecutionProviderName[]
  /** 'full': every operator of the model runs on the provider. 'partial': some run on the CPU. */
  readonly placement: 'full' | 'partial' | 'unknown'
  readonly fellBackFrom: readonly ProviderFailure[]
  readonly runtime: 'onnxruntime-node' | 'onnxruntime-web'
  readonly runtimeVersion: string
  readonly threads: number
  readonly offThread: boolean
}
