// What a process says that was asked for CUDA on a machine that lacks something.
import type { BackendReport, Prediction, ProviderCapability } from '@stylelens/core'

export interface FallBackAnswer {
  readonly backend: BackendReport
  readonly predictions: readonly Prediction[]
  readonly executionProviders: readonly ProviderCapability[]
}
