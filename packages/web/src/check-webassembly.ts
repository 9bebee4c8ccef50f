// Nothing in; nothing out where WebAssembly may be compiled here, or a typed error that says why not.
import { ClassifierError } from '@stylelens/core'
import { canCompile } from './can-compile'
import { edgeRuntime } from './edge-runtime'

export function whyNoWebAssembly(): { readonly missing: string; readonly mend: string; readonly cause?: unknown } | undefined {
  if (typeof WebAssembly !== 'object') {
    return { missing: 'WebAssembly', mend: 'Use a browser that has it; Lockdown Mode turns it off.' }
  }
  const cause = canCompile()
  if (cause === true) return undefined
  const mend = edgeRuntime()?.instead ?? "Add 'wasm-unsafe-eval' to script-src of the page's Content-Security-Policy."
  return { missing: 'the right to compile WebAssembly', mend, cause }
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
