// Nothing in; what this machine can run and decode, and what each thing that it lacks needs, out.
import { executionProviderNames } from '@stylelens/core'
import type { Capabilities, Capability, ExecutionProviderName, ProviderCapability } from '@stylelens/core'
import { inspectNative } from './capabilities/inspect-native'
import { inspectSharp } from './capabilities/inspect-sharp'
import { inspectWeb } from './capabilities/inspect-web'
import { namePlatform, nameRuntime } from './capabilities/name-runtime'
import { wasmFeatures } from './capabilities/wasm-features'
import type { ImportSharp } from './decoders/open-sharp'
import { onnxruntimeLoaders } from './open-onnxruntime'
import type { OnnxruntimeLoaders } from './open-onnxruntime'

/** Where the packages come from; a test may hand in loaders that fail. */
export interface PackageLoaders extends OnnxruntimeLoaders {
  readonly sharp?: ImportSharp
}

const notNative: readonly ExecutionProviderName[] = ['wasm', 'webnn', 'auto']
const nativeNames = executionProviderNames.filter((name) => !notNative.includes(name))

const webnn: ProviderCapability = {
  name: 'webnn',
  available: false,
  missing: 'a browser: WebNN is no part of Node',
  mend: "Ask for 'cpu', or for 'webgpu' where there is a GPU.",
}

/** The first thing that WebAssembly lacks decides. */
function wasmProvider(...needs: readonly Capability[]): ProviderCapability {
  return { name: 'wasm', ...(needs.find(({ available }) => !available) ?? { available: true }) }
}

/**
 * For each execution provider whether it can be had here, or what exactly is missing (a library by its file name, a
 * driver by its version) and the command that brings it; the same for decoders and features of WebAssembly.
 * Loads the packages. A GPU provider that has all that it needs is started once, on a model of one number, so this may
 * take seconds there. Writes nothing and downloads nothing. Never rejects: what fails is what is told.
 */
export function getCapabilities(): Promise<Capabilities> {
  return inspectMachine(onnxruntimeLoaders)
}

export async function inspectMachine(loaders: PackageLoaders): Promise<Capabilities> {
  const native = await inspectNative(nativeNames, loaders)
  const [web, sharp] = [await inspectWeb(loaders.web), await inspectSharp(loaders.sharp)]
  const features = wasmFeatures()
  const providers = [...native.providers, wasmProvider(web, features['wasm-simd']), webnn]
  return {
    runtime: nameRuntime(),
    platform: namePlatform(),
    executionProviders: executionProviderNames.flatMap((name) => providers.filter((one) => one.name === name)),
    features: { 'onnxruntime-node': native.package, 'onnxruntime-web': web, sharp, ...features },
  }
}
