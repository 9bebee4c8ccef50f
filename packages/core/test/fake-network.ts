// Answers by address in; a network in memory out, which counts what is asked of it and takes no time.
import { createHash } from 'node:crypto'
import type { CachedFile, DownloadPlatform, ModelCache } from '../src/index'
import type { FetchInit, FetchResponse } from '../src/model/load-model-options'

export interface FakeAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  /** The body stops after its first half and nothing comes any more. */
  readonly stalls?: boolean
  /** The body is only to be had whole. */
  readonly whole?: boolean
}

export type FakeServer = (path: string, init: FetchInit, visit: number) => FakeAnswer | Promise<FakeAnswer>

export interface FakeNetwork extends DownloadPlatform {
  /** 'path' of each request, in their order. */
  readonly asked: string[]
  readonly inits: FetchInit[]
  /** Milliseconds that were waited between attempts. */
  readonly pauses: number[]
  readonly cache: ModelCache & { readonly files: Map<string, CachedFile> }
  /** Connections that were not closed. */
  open: number
}

const origin = 'https://models.test'

/** Waits of this length are timeouts, and never end unless the test says so. */
export const endlessTimeout = 123_456

export function fakeNetwork(serve: FakeServer, changes: Partial<DownloadPlatform> = {}): FakeNetwork {
  const network: FakeNetwork = {
    asked: [],
    inits: [],
    pauses: [],
    cache: memoryCache(),
    open: 0,
    fetch: async (address, init) => {
      const path = address.replace(origin, '')
      network.asked.push(path)
      network.inits.push(init)
      network.open++
      init.signal.addEventListener('abort', () => {
        network.open--
      })
      const visit = network.asked.filter((other) => other === path).length
      return makeResponse(await serve(path, init, visit))
    },
    makeAbort: () => new AbortController(),
    delay: (milliseconds, signal) => {
      if (milliseconds !== endlessTimeout) {
        network.pauses.push(milliseconds)
        return Promise.resolve()
      }
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()))
    },
    sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    sendsEtags: true,
    openCache: () => network.cache,
    ...changes,
  }
  return network
}

function makeResponse({ status = 200, headers = {}, body = '', stalls, whole }: FakeAnswer): FetchResponse {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const half = Math.ceil(bytes.length / 2)
  const parts = [bytes.subarray(0, half), bytes.subarray(half)]
  const read = async (): Promise<{ done: boolean; value?: unknown }> => {
    const value = parts.shift()
    if (value === undefined) return { done: true }
    return stalls && parts.length === 0 ? new Promise(() => undefined) : { done: false, value }
  }
  return {
    status,
    headers: { get: (name) => headers[name] ?? null },
    body: whole ? null : { getReader: () => ({ read, cancel: async () => undefined }) },
    arrayBuffer: async () => Uint8Array.from(bytes).buffer,
  }
}

function memoryCache(): FakeNetwork['cache'] {
  const files = new Map<string, CachedFile>()
  return {
    files,
    match: async (address) => files.get(address),
    put: async (address, file) => void files.set(address, file),
    delete: async (address) => files.delete(address),
    keys: async () => [...files.keys()],
  }
}
