// An entry of the package and a provider in; the build of onnxruntime that serves it, or the reason why none does, out.
import { ClassifierError, loadPart } from '@stylelens/core'
import type { ExecutionProviderName } from '@stylelens/core'
import type { OnnxruntimeBuild } from './onnxruntime-build'

/** What an entry of the package brings along, so that bundlers emit these .wasm files and no others. */
export interface EntryBuilds {
  /** As it is imported from @stylelens/web and from stylelens. */
  readonly entry: '' | '/wasm' | '/webgpu'
  readonly wasm: OnnxruntimeBuild
  /** Those for GPUs are loaded when one is asked for. */
  readonly jspi?: () => Promise<{ readonly jspiBuild: OnnxruntimeBuild }>
  readonly asyncify?: () => Promise<{ readonly asyncifyBuild: OnnxruntimeBuild }>
}

/** WebAssembly that can wait for promises; without it a GPU needs the asyncify build. */
export const hasJspi = (): boolean => typeof WebAssembly === 'object' && 'Suspending' in WebAssembly

const unavailable = (name: string, reason: string) =>
  new ClassifierError('provider-unavailable', `Execution provider '${name}' is not available: ${reason}`)

async function gpuBuild({ entry, jspi, asyncify }: EntryBuilds, name: string): Promise<OnnxruntimeBuild> {
  const imported = `'@stylelens/web${entry}'`
  if (jspi === undefined) {
    throw unavailable(name, `the entry ${imported} brings WebAssembly for the CPU only. Import '@stylelens/web' instead.`)
  }
  if (hasJspi()) return (await loadPart(jspi)).jspiBuild
  if (asyncify !== undefined) return (await loadPart(asyncify)).asyncifyBuild
  throw unavailable(
    name,
    `this browser has no JSPI, which the entry ${imported} needs for it. ` +
      "Import '@stylelens/web/webgpu' instead, and install @stylelens/web-asyncify.",
  )
}

/** Throws 'provider-unavailable'. */
export async function buildFor(builds: EntryBuilds, name: ExecutionProviderName): Promise<OnnxruntimeBuild> {
  if (name === 'wasm') return builds.wasm
  if (name === 'webgpu' || name === 'webnn') return gpuBuild(builds, name)
  const reason = name === 'cpu' ? "in browsers the CPU is called 'wasm'." : 'it is part of Node and not of browsers.'
  throw unavailable(name, `${reason} Ask for 'wasm' or 'webgpu'.`)
}
