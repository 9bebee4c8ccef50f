// The option `cache` in; where a browser keeps downloaded files, by the Cache API, or undefined for nowhere, out.
import { ClassifierError } from '@stylelens/core'
import type { CachedFile, CacheOption, CacheStore, ModelCache } from '@stylelens/core'

const usualName = 'stylelens'

/** The Cache API takes http(s) addresses only; files that have none of their own are kept under one nobody can have. */
export const madeUpAddress = (path: string): string => `https://stylelens.invalid/${path}`

const isStore = (store: object): store is ModelCache => 'match' in store && 'put' in store

/** Without what is to be done where it fails. */
export function storeOf(option: CacheOption | undefined): CacheStore {
  if (typeof option === 'object' && 'store' in option) return option.store
  return option ?? true
}

/** Undefined where `cache` is false, and where the page has none: it is not secure, or the person forbids storing. */
export function modelCache(option: CacheOption | undefined): ModelCache | undefined {
  const store = storeOf(option)
  if (store === false) return undefined
  if (typeof store === 'object' && isStore(store)) return store
  if (typeof globalThis.caches !== 'object') return undefined
  if (store === true) return browserCache(usualName)
  return browserCache(typeof store === 'string' ? store : store.href)
}

/** A Cache of the browser as core speaks of one. */
export function browserCache(name: string): ModelCache {
  const open = () => caches.open(name)
  return {
    async match(address) {
      const response = await (await open()).match(address)
      return response && readFile(response)
    },
    async put(address, file) {
      await (await open()).put(address, fileResponse(file))
    },
    async delete(address) {
      return (await open()).delete(address)
    },
    async keys() {
      return (await (await open()).keys()).map((request) => request.url)
    },
  }
}

const digestHeader = 'x-stylelens-sha256'

async function readFile(response: Response): Promise<CachedFile> {
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    sha256: response.headers.get(digestHeader) ?? '',
    etag: response.headers.get('etag'),
  }
}

function fileResponse({ bytes, sha256, etag }: CachedFile): Response {
  const headers = { [digestHeader]: sha256, 'content-type': 'application/octet-stream', ...(etag !== null && { etag }) }
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers })
}

/**
 * Forgets everything that was kept for later: models and onnxruntime's WebAssembly.
 * Errors: 'cache-failed'.
 * @param options.cache as given to createClassifier. Default: the usual one of this site.
 */
export async function clearCache(options: { readonly cache?: CacheOption | undefined } = {}): Promise<void> {
  const cache = modelCache(options.cache)
  if (cache === undefined) return
  try {
    for (const address of await cache.keys()) await cache.delete(address)
  } catch (cause) {
    throw new ClassifierError('cache-failed', 'The cache cannot be cleared. See `cause`.', { cause })
  }
}
