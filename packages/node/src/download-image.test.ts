// A server that behaves well or badly in; pictures, or typed errors within their time, out.
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeOptions } from '../test/decode-options'
import { upperBright } from '../test/make-pictures'
import { decodeImage } from './decode-image'

let server: Server
let origin: string
let picture: Uint8Array
let openResponses = 0

const routes: Record<string, RequestListener> = {
  '/ok.png': (_, response) => response.setHeader('content-type', 'text/plain').end(picture),
  '/moved': (_, response) => response.writeHead(302, { location: '/ok.png' }).end(),
  '/page': (_, response) =>
    response.setHeader('content-type', 'image/png').end('<!DOCTYPE html><title>Sign in</title>'),
  '/missing.png': (_, response) => response.writeHead(404).end(picture),
  '/partial.png': (_, response) => response.writeHead(206).end(picture),
  '/empty.png': (_, response) => response.end(),
  '/announced': (_, response) => response.writeHead(200, { 'content-length': 10 ** 9 }).write('x'),
  '/stalled': (_, response) => response.write(picture.subarray(0, 20)),
  '/silent': () => undefined,
  '/torn': (_, response) => {
    response.writeHead(200, { 'content-length': 5000 }).write(picture.subarray(0, 20))
    setTimeout(() => response.destroy(), 20)
  },
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(10_000)), 1)
    response.on('close', () => clearInterval(timer))
  },
}

beforeAll(async () => {
  picture = await upperBright()
  server = createServer((request, response) => {
    openResponses++
    response.on('close', () => openResponses--)
    routes[request.url?.split('?')[0] ?? '']?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const download = (path: string, options = {}) => decodeImage(origin + path, { ...decodeOptions, ...options })
const untilAllClosed = async () => {
  for (let wait = 0; openResponses > 0 && wait < 100; wait++) await new Promise((resolve) => setTimeout(resolve, 10))
  return openResponses
}

it.each(['/ok.png', '/moved', '/ok.png?size=1#top'])('downloads %s, whatever its type says', async (path) => {
  expect(await download(path)).toMatchObject({ width: 60, height: 60 })
})

it('takes a URL object', async () => {
  expect((await decodeImage(new URL(`${origin}/ok.png`), decodeOptions)).width).toBe(60)
})

describe('failures', () => {
  it.each([
    ['/missing.png', 'image-download', /404/],
    ['/partial.png', 'image-download', /206/],
    ['/torn', 'image-download', /./],
    ['/page', 'image-unsupported', /HTML/],
    ['/empty.png', 'image-empty', /0 bytes/],
  ] as const)('%s is %s', async (path, code, message) => {
    await expect(download(path)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('of the connection tell the reason', async () => {
    const failure = decodeImage('http://127.0.0.1:1/x.png', decodeOptions)
    await expect(failure).rejects.toMatchObject({
      code: 'image-download',
      message: expect.stringMatching(/ECONNREFUSED|bad port/),
      cause: expect.any(Error),
    })
  })

  it.each(['http://', 'http://[', 'http://user:password@127.0.0.1/x'])('of the address %s itself', async (address) => {
    await expect(decodeImage(address, decodeOptions)).rejects.toMatchObject({ code: 'image-download' })
  })
})

describe('limits close the connection', () => {
  it.each(['/announced', '/endless'])('%s: too large', async (path) => {
    await expect(download(path, { maxBytes: 100_000 })).rejects.toMatchObject({ code: 'image-too-large' })
    expect(await untilAllClosed()).toBe(0)
  })

  it.each(['/stalled', '/silent', '/endless'])('%s: too slow', async (path) => {
    const start = performance.now()
    const failure = download(path, { timeout: 150 })
    await expect(failure).rejects.toMatchObject({ code: 'image-download', message: expect.stringContaining('150 ms') })
    expect(performance.now() - start).toBeLessThan(5000)
    expect(await untilAllClosed()).toBe(0)
  })

  it.each(['/stalled', '/silent'])('%s: aborted', async (path) => {
    const controller = new AbortController()
    const failure = download(path, { signal: controller.signal })
    setTimeout(() => controller.abort('enough'), 50)
    await expect(failure).rejects.toMatchObject({ code: 'aborted', cause: 'enough' })
    expect(await untilAllClosed()).toBe(0)
  })
})
