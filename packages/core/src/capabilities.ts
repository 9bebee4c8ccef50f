// What this machine or browser can do, and what each thing that is missing needs: the answer of getCapabilities().
import type { ExecutionProviderName } from './execution-provider'

/** One thing that is there or is not. Where it is not, both texts are present. */
export interface Capability {
  readonly available: boolean
  /** What exactly is not there: a package, a library by its file name, a header, a rule of the page. */
  readonly missing?: string
  /** What brings it: a command, or a sentence. */
  readonly mend?: string
}

export interface ProviderCapability extends Capability {
  readonly name: ExecutionProviderName
}

/** The answer of getCapabilities(). */
export interface Capabilities {
  /** With its version: `Node 24.3.0`, `Chromium 147`. */
  readonly runtime: string
  /** `linux x64 glibc 2.36`; in a browser what it says of its system. */
  readonly platform: string
  /** Those that this platform's package can be asked for, in the order of `executionProviderNames`. */
  readonly executionProviders: readonly ProviderCapability[]
  /** By name: in Node `onnxruntime-node`, `wasm-simd`, `sharp` ...; in a browser `cross-origin-isolated`, `jspi` ... */
  readonly features: Readonly<Record<string, Capability>>
}
