// The name of an execution provider in; whether it is one of a GPU or the like out.
import type { ExecutionProviderName } from './execution-provider'

const onCpu: readonly ExecutionProviderName[] = ['cpu', 'wasm']

/** Kernels compiled for the shapes they meet, by a driver that is not the SDK's: padded, warmed up and tested. */
export function isGpuProvider(name: ExecutionProviderName): boolean {
  return name !== 'auto' && !onCpu.includes(name)
}
