// Requests of the page in; its own files, kept at the first visit, out: it needs no network afterwards.
// Models and onnxruntime's WebAssembly are not kept here: the library keeps them itself, checked by SHA-256.

/** Written by the build: the files of the page that the first visit keeps, and a digest of them all. */
declare const __PRECACHED__: readonly string[]
declare const __VERSION__: string

/** The part of a service worker's global scope that is used. */
interface Scope {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: LifetimeEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void
}

interface LifetimeEvent {
  waitUntil(work: Promise<unknown>): void
}

interface RequestEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

const scope = globalThis as unknown as Scope
const prefix = 'stylelens-page-'
const kept = `${prefix}${__VERSION__}`

async function dropFormer(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== kept)
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** Files whose names carry their digest are kept when they are first used. */
const isHashed = (path: string): boolean => /\/assets\/[^/]+\.(js|mjs|css)$/.test(path)

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(kept)
  const address = request.mode === 'navigate' ? scope.registration.scope : request.url
  const known = await cache.match(address, { ignoreSearch: true })
  if (known !== undefined) return known
  const response = await fetch(request)
  if (response.ok && isHashed(new URL(request.url).pathname)) await cache.put(request, response.clone())
  return response
}

/** What the library fetches and keeps itself passes by. */
const isOurs = ({ method, url }: Request): boolean =>
  method === 'GET' && url.startsWith(scope.registration.scope) && !/\.(wasm|onnx)$/.test(new URL(url).pathname)

scope.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll([...__PRECACHED__])))
})
scope.addEventListener('activate', (event) => {
  event.waitUntil(dropFormer().then(() => scope.clients.claim()))
})
scope.addEventListener('fetch', (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request))
})
