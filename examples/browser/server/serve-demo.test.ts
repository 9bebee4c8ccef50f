// A folder with a page in; what the server answers over HTTP is compared.
import { mkdirSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/package/temporary-folder'
import { serveDemo } from './serve-demo'
import type { DemoServer } from './serve-demo'

const outside = temporaryFolder()
const folder = join(outside, 'site')
let server: DemoServer

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<title>Page</title>')
  writeFileSync(join(folder, 'assets/engine-1234.wasm'), 'a'.repeat(1000))
  writeFileSync(join(folder, 'assets/engine-1234.wasm.br'), brotliCompressSync('a'.repeat(1000)))
  server = await serveDemo(folder, { isolated: true })
})
afterAll(() => server.close())

/** Node's fetch would undo the encoding, and tidy the path. */
const ask = (path: string, encodings = 'gzip, br', more: Readonly<Record<string, string>> = {}) =>
  new Promise<IncomingMessage & { text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.origin)
    get({ hostname, port, path, headers: { 'accept-encoding': encodings, ...more } }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve(Object.assign(response, { text })))
    }).on('error', reject)
  })

it('gives the page out under its folder, with the policy that WebAssembly needs', async () => {
  const { statusCode, headers, text } = await ask('/')
  expect({ statusCode, text }).toEqual({ statusCode: 200, text: '<title>Page</title>' })
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['cache-control']).toBe('no-cache')
  expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp')
})

it('sends the Brotli form where the browser takes it, and counts its bytes', async () => {
  const { headers } = await ask('/assets/engine-1234.wasm')
  expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'application/wasm' })
  expect(headers['cache-control']).toContain('immutable')
  expect(Number(headers['content-length'])).toBeLessThan(50)
  expect(server.sent.at(-1)).toEqual({ path: '/assets/engine-1234.wasm', bytes: Number(headers['content-length']) })
})

it('does not send again what the browser has', async () => {
  const { headers } = await ask('/')
  const again = await ask('/', 'br', { 'if-none-match': String(headers.etag) })
  expect({ status: again.statusCode, text: again.text }).toEqual({ status: 304, text: '' })
  expect((await ask('/', 'br', { 'if-none-match': '"another"' })).statusCode).toBe(200)
})

it.each(['gzip', 'br;q=0', ''])('sends the file itself to one that accepts %j', async (encodings) => {
  const { headers, text } = await ask('/assets/engine-1234.wasm', encodings)
  expect(headers['content-encoding']).toBeUndefined()
  expect(text).toHaveLength(1000)
})

it.each(['/none.js', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%', '/%00', '/assets'])(
  'has nothing under %s',
  async (path) => {
    const { statusCode, text } = await ask(path)
    expect({ statusCode, text }).toEqual({ statusCode: 404, text: 'There is no such file.' })
  },
)
