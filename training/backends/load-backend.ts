// A backend's name in, a ready TensorFlow.js with its accelerations out.
import type { BackendOptions } from './backend-options'
import type { TrainingBackend } from './tensorflow'

type LoadBackend = (options: BackendOptions) => Promise<TrainingBackend>

/** The explicit table of backends: `--backend` takes its keys. Loaded one at a time, as two TensorFlow.js would share globals. */
export const backendTable = {
  node: async (options) => (await import('./node-backend')).loadNodeBackend(options),
  wasm: async () => (await import('./wasm-backend')).loadWasmBackend(),
  webgpu: async () => (await import('./webgpu-backend')).loadWebgpuBackend(),
  cpu: async () => (await import('./cpu-backend')).loadCpuBackend(),
} as const satisfies Record<string, LoadBackend>

export type BackendName = keyof typeof backendTable

export function loadBackend(name: BackendName, options: BackendOptions): Promise<TrainingBackend> {
  const load: LoadBackend = backendTable[name]
  return load(options)
}
