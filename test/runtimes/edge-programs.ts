// A bundle that answers requests in; an edge runtime of a host, run on this machine by the host's own tool, that answers with it out.
import { pathToFileURL } from 'node:url'
import type { RuntimeProgram } from './runtime-programs'

export interface EdgeProgram extends RuntimeProgram {
  /** What the bundle, which has a function `answer`, answers. `place` is the module of the tool. */
  ask(place: string, bundle: string): Promise<string>
}

interface Miniflare {
  dispatchFetch(address: string): Promise<Response>
  dispose(): Promise<void>
}
interface MiniflareModule {
  readonly Miniflare: new (options: object) => Miniflare
}
interface EdgeModule {
  readonly EdgeVM: new (options: object) => { evaluate(code: string): Promise<string> }
}

const load = async <Module>(place: string) => await import(pathToFileURL(place).href) as Module

async function askCloudflare(place: string, bundle: string): Promise<string> {
  const { Miniflare } = await load<MiniflareModule>(place)
  const contents = `${bundle}\nexport default { fetch: async () => new Response(await edgeApp.answer()) }`
  const host = new Miniflare({ modules: [{ type: 'ESModule', path: 'main.mjs', contents }], compatibilityDate: '2026-01-01' })
  try {
    return await (await host.dispatchFetch('http://localhost/')).text()
  } finally {
    await host.dispose()
  }
}

async function askVercel(place: string, bundle: string): Promise<string> {
  const { EdgeVM } = await load<EdgeModule>(place)
  const host = new EdgeVM({ extend: (context: object) => context })
  return host.evaluate(`${bundle}\nedgeApp.answer()`)
}

/** Pinned, as the runtimes are. */
export const edgePrograms: readonly EdgeProgram[] = [
  {
    name: 'Cloudflare Workers', install: 'miniflare@4.20260730.0', packageName: 'miniflare', program: 'dist/src/index.js',
    words: [], ask: askCloudflare,
  },
  {
    name: 'Vercel Edge', install: '@edge-runtime/vm@5.0.0', packageName: '@edge-runtime/vm', program: 'dist/index.js',
    words: [], ask: askVercel,
  },
]
