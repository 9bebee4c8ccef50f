// Nothing in; nothing out where WebAssembly may be compiled here, or a typed error that says why not.
import { ClassifierError } from '@stylelens/core'
import { edgeRuntime } from './edge-runtime'

/** The smallest module there is: "\0asm", version 1. */
const smallest = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** Pages forbid it by their CSP; Cloudflare Workers and other edge runtimes compile no bytes at all. */
export function whyNoWebAssembly(): { readonly missing: string; readonly mend: string; readonly cause?: unknown } | undefined {
  if (typeof WebAssembly !== 'object') {
    return { missing: 'WebAssembly', mend: 'Use a browser that has it; Lockdown Mode turns it off.' }
  }
  try {
    new WebAssembly.Module(smallest)
    return undefined
  } catch (cause) {
    const mend = edgeRuntime()?.instead ?? "Add 'wasm-unsafe-eval' to script-src of the page's Content-Security-Policy."
    return { missing: 'the right to compile WebAssembly', mend, cause }
  }
}

/** Throws 'provider-unavailable'. */
export function checkWebAssembly(provider: string): void {
  const why = whyNoWebAssembly()
  if (why === undefined) return
  throw new ClassifierError(
    'provider-unavailable',
    `Execution provider '${provider}' is not available: this page lacks ${why.missing}. ${why.mend}`,
    'cause' in why ? { cause: why.cause } : {},
  )
}
