// What a server answers to a .wasm file in; its bytes and their progress, or the typed error after as many attempts, out.
import type { ClassifierError } from '@stylelens/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchWasm } from './fetch-wasm'

afterEach(() => vi.unstubAllGlobals())

const module = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
const request = { address: 'https://example.com/ort.wasm?token=secret', bytes: 8, pauses: [0, 0] }
type Outcome = Response | Error

/** Each attempt meets the next outcome. */
function serve(...outcomes: Outcome[]) {
  const fetch = vi.fn(async () => {
    const outcome = outcomes.shift()
    if (outcome instanceof Response) return outcome
    throw outcome ?? new Error('asked too often')
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const status = (code: number) => new Response(null, { status: code })
const failure = (fetching: Promise<unknown>) => fetching.then(() => expect.unreachable(), (error: ClassifierError) => error)

describe('fetchWasm', () => {
  it('counts the bytes that come, from none to all', async () => {
    serve(new Response(module))
    const heard: number[] = []
    const bytes = await fetchWasm({ ...request, onProgress: ({ loaded, total }) => heard.push(loaded, total ?? -1) })
    expect([...bytes]).toEqual([...module])
    expect(heard).toEqual([0, 8, 8, 8])
  })

  it.each([['fewer', 100], ['more', 3]])('takes %s bytes than it was told of', async (_, bytes) => {
    serve(new Response(module))
    expect([...await fetchWasm({ ...request, bytes })]).toEqual([...module])
  })

  it.each([500, 503, 408, 425, 429])('tries again after status %s', async (code) => {
    const fetch = serve(status(code), status(code), new Response(module))
    expect(await fetchWasm(request)).toHaveLength(8)
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('tries again where the network failed, and gives up after three attempts with its cause', async () => {
    const down = new TypeError('Failed to fetch')
    const fetch = serve(down, down, down)
    expect(await failure(fetchWasm(request))).toMatchObject({ code: 'wasm-missing', cause: down })
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it.each([404, 403, 301])('does not try again after status %s', async (code) => {
    const fetch = serve(status(code))
    const { code: wanted, message } = await failure(fetchWasm(request))
    expect(wanted).toBe('wasm-missing')
    expect(message).toContain(`status ${code}`)
    expect(message).not.toContain('secret')
    expect(fetch).toHaveBeenCalledOnce()
  })

  it.each([
    ['an HTML page', '<!doctype html><title>404</title>', /an HTML page was served instead .*text\/html/],
    ['nothing', '', /the file is empty/],
    ['something else', 'asm', /what was served is no WebAssembly/],
  ])('says what came where it is %s', async (_, body, message) => {
    const fetch = serve(new Response(body, { headers: { 'content-type': 'text/html' } }))
    expect((await failure(fetchWasm(request))).message).toMatch(message)
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('needs no network for a data: address', async () => {
    const fetch = serve()
    expect([...await fetchWasm({ ...request, address: 'data:application/wasm;base64,AGFzbQEAAAA=' })]).toEqual([...module])
    expect(fetch).not.toHaveBeenCalled()
  })
})
