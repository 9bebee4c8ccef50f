// Nothing in; nothing out, or a typed error where this is an edge runtime of a host, none of which can run onnxruntime.
import { ClassifierError } from '@stylelens/core'
import { isEdgeRuntime } from './is-edge-runtime'

interface EdgeRuntime {
  readonly name: string
  /** Where the same host runs it, or what else to do. */
  readonly instead: string
}

export function edgeRuntime(): EdgeRuntime | undefined {
  if (!isEdgeRuntime()) return undefined
  return 'EdgeRuntime' in globalThis
    ? { name: 'an edge runtime (Vercel Edge)', instead: "Let this route run in Node: `export const runtime = 'nodejs'`." }
    : { name: 'Cloudflare Workers', instead: 'Classify in the browser, or on a server with Node.' }
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
