// Nothing in; nothing out, or a typed error where this is an edge runtime of a host, none of which can run onnxruntime.
import { ClassifierError } from '@stylelens/core'

interface EdgeRuntime {
  readonly name: string
  /** Where the same host runs it, or what else to do. */
  readonly instead: string
}

/** By what each says of itself. */
export function edgeRuntime(): EdgeRuntime | undefined {
  if ('EdgeRuntime' in globalThis) {
    return { name: 'an edge runtime (Vercel Edge)', instead: "Let this route run in Node: `export const runtime = 'nodejs'`." }
  }
  if (globalThis.navigator?.userAgent === 'Cloudflare-Workers') {
    return { name: 'Cloudflare Workers', instead: 'Classify in the browser, or on a server with Node.' }
  }
  return undefined
}

/** Before anything is fetched. Throws 'provider-failed', as where no provider could be started. */
export function refuseEdgeRuntime(): void {
  const edge = edgeRuntime()
  if (edge === undefined) return
  throw new ClassifierError(
    'provider-failed',
    `StyleLens does not run on ${edge.name}: no WebAssembly can be compiled there while it runs. ${edge.instead}`,
  )
}
