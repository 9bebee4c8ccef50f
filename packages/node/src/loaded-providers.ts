// The execution providers that sessions were made on in; those that need no loading any more out, and all for 'auto'.
import type { ExecutionProviderName } from '@stylelens/core'

const gpus: Partial<Record<NodeJS.Platform, ExecutionProviderName>> = { linux: 'cuda', win32: 'dml', darwin: 'coreml' }

/**
 * What 'auto' stands for. WebGPU is left out: where there is no GPU its driver may be a program, slower than the CPU.
 */
export const autoExecutionProviders: readonly ExecutionProviderName[] = [
  ...[gpus[process.platform] ?? []].flat(),
  'cpu',
  'wasm',
]

const loaded = new Set<ExecutionProviderName>()

export function noteLoaded(name: ExecutionProviderName): void {
  loaded.add(name)
  // every other one than WebAssembly came with the native library, and the CPU with it
  if (name !== 'wasm') loaded.add('cpu')
}

/** Those of this process, whatever became of the sessions. */
export function loadedProviders(): readonly ExecutionProviderName[] {
  return [...loaded]
}
