// An entry of the package and a provider in; the build of onnxruntime that serves it, or the reason why none does, out.
import { ClassifierError } from '@stylelens/core'
import type { ExecutionProviderName } from '@stylelens/core'
import type { OnnxruntimeBuild } from './onnxruntime-build'

/** What an entry of the package brings along, so that bundlers emit these .wasm files and no others. */
export interface EntryBuilds {
  /** As it is imported from @stylelens/web and from stylelens. */
  readonly entry: '' | '/wasm' | '/webgpu'
  readonly wasm: OnnxruntimeBuild
  readonly jspi?: OnnxruntimeBuild
  readonly asyncify?: OnnxruntimeBuild
}

/** WebAssembly that can wait for promises; without it a GPU needs the asyncify build. */
export const hasJspi = (): boolean => typeof WebAssembly === 'object' && 'Suspending' in WebAssembly

const unavailable = (name: string, reason: string) =>
  new ClassifierError('provider-unavailable', `Execution provider '${name}' is not available: ${reason}`)

function gpuBuild({ entry, jspi, asyncify }: EntryBuilds, name: string): OnnxruntimeBuild {
  const imported = `'@stylelens/web${entry}'`
  if (jspi === undefined) {
    throw unavailable(name, `the entry ${imported} brings WebAssembly for the CPU only. Import '@stylelens/web' instead.`)
  }
  if (hasJspi()) return jspi
  if (asyncify !== undefined) return asyncify
  throw unavailable(
    name,
    `this browser has no JSPI, which the entry ${imported} needs for it. ` +
      "Import '@stylelens/web/webgpu' instead, and install @stylelens/web-asyncify.",
  )
}

/** Throws 'provider-unavailable'. */
export function buildFor(builds: EntryBuilds, name: ExecutionProviderName): OnnxruntimeBuild {
  if (name === 'wasm') return builds.wasm
  if (name === 'webgpu' || name === 'webnn') return gpuBuild(builds, name)
  const reason = name === 'cpu' ? "in browsers the CPU is called 'wasm'." : 'it is part of Node and not of browsers.'
  throw unavailable(name, `${reason} Ask for 'wasm' or 'webgpu'.`)
}
