// Good and bad servers on this machine come in; checked are the file, the requests made and the errors.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadFile } from './download-file'
import type { FileDownload } from './download-file'
import { loopbackServer, serve } from './loopback-server'
import type { LoopbackServer } from './loopback-server'

const bytes = new Uint8Array(300_000).map((_, index) => (index * 31) ^ (index >> 8))
const md5 = createHash('md5').update(bytes).digest('hex')
let folder: string
let path: string
let server: LoopbackServer | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'download-file-'))
  path = join(folder, 'deep', 'file.gz')
})
afterEach(async () => {
  await server?.[Symbol.asyncDispose]()
  server = undefined
  rmSync(folder, { recursive: true })
})

const download = (more: Partial<FileDownload> = {}) =>
  downloadFile({ url: `${server?.url}/file.gz`, path, md5, retryDelay: 1, idleLimit: 5000, ...more })
const expectComplete = () => {
  expect(Buffer.compare(readFileSync(path), bytes)).toBe(0)
  expect(existsSync(`${path}.part`)).toBe(false)
}
const beginPart = async (part: Uint8Array) => {
  path = join(folder, 'file.gz')
  writeFileSync(`${path}.part`, part)
}

describe('a good server', () => {
  beforeEach(async () => {
    server = await loopbackServer((request, response) => serve(bytes, request, response))
  })

  it('gives the file, and progress that grows to its size', async () => {
    const progress: number[] = []
    await download({ onProgress: (loaded) => progress.push(loaded) })
    expectComplete()
    expect(progress.at(-1)).toBe(300_000)
    expect(progress).toEqual([...progress].sort((one, other) => one - other))
    expect(server?.ranges).toEqual([''])
  })

  it('goes on from a part left by an earlier call', async () => {
    await beginPart(bytes.subarray(0, 100_000))
    const progress: number[] = []
    await download({ onProgress: (loaded) => progress.push(loaded) })
    expectComplete()
    expect(server?.ranges).toEqual(['bytes=100000-'])
    expect(progress[0]).toBeGreaterThan(100_000)
  })

  it('only renames a part that is already complete', async () => {
    await beginPart(bytes)
    await download()
    expectComplete()
    expect(server?.ranges).toEqual([])
  })

  it('begins anew where the part left is wrong', async () => {
    await beginPart(new Uint8Array(100_000))
    await download()
    expectComplete()
    expect(server?.ranges).toEqual(['bytes=100000-', ''])
  })

  it('begins anew where the part left is too long (416)', async () => {
    await beginPart(new Uint8Array(300_001))
    await download()
    expectComplete()
    expect(server?.ranges).toEqual(['bytes=300001-', ''])
  })

  it('refuses a file with another md5 and leaves nothing', async () => {
    await expect(download({ md5: '0'.repeat(32) })).rejects.toMatchObject({
      code: 'dataset-checksum', expected: `md5 ${'0'.repeat(32)}`, received: md5,
    })
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false])
    expect(server?.ranges).toEqual(['']) // the same again would not help
  })

  it('stops at once where the signal is already aborted', async () => {
    await expect(download({ signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
    expect(server?.ranges).toEqual([])
  })

  it('wraps failures of the disk', async () => {
    writeFileSync(join(folder, 'deep'), 'a file where a folder should be')
    await expect(download()).rejects.toMatchObject({ code: 'dataset-download', cause: { code: 'EEXIST' } })
  })
})

describe('bad servers', () => {
  it('goes on within one call after a broken connection', async () => {
    server = await loopbackServer((request, response, number) => {
      if (number > 0) return serve(bytes, request, response)
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 120_000), () => setTimeout(() => response.destroy(), 50))
    })
    await download()
    expectComplete()
    expect(server.ranges).toEqual(['', 'bytes=120000-'])
  })

  it('starts over where the server ignores Range', async () => {
    server = await loopbackServer((_, response) => response.writeHead(200).end(bytes))
    await beginPart(bytes.subarray(0, 7))
    await download()
    expectComplete()
    expect(server.ranges).toEqual(['bytes=7-'])
  })

  it('starts over where the server sends another range', async () => {
    server = await loopbackServer((request, response, number) => {
      if (number > 0) return serve(bytes, request, response)
      response.writeHead(206, { 'content-range': 'bytes 0-9/300000' }).end(bytes.subarray(0, 10))
    })
    await beginPart(bytes.subarray(0, 7))
    await download()
    expectComplete()
    expect(server.ranges).toEqual(['bytes=7-', ''])
  })

  it('gives up at once at 404 and keeps the part', async () => {
    server = await loopbackServer((_, response) => response.writeHead(404).end('none'))
    await beginPart(bytes.subarray(0, 7))
    await expect(download()).rejects.toMatchObject({ code: 'dataset-download', received: 'status 404' })
    expect(server.ranges).toHaveLength(1)
    expect(existsSync(`${path}.part`)).toBe(true)
    expect(existsSync(path)).toBe(false)
  })

  it('tries a busy server again, but not for ever', async () => {
    server = await loopbackServer((_, response) => response.writeHead(503).end())
    await expect(download({ attempts: 3 })).rejects.toMatchObject({ code: 'dataset-download', received: 'status 503' })
    expect(server.ranges).toHaveLength(3)
  })

  it.each([
    ['before the headers', 0], ['in the middle', 1000],
  ])('does not hang on a server stalled %s', async (_, sent) => {
    server = await loopbackServer((__, response) => {
      if (sent > 0) response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, sent))
    })
    const start = performance.now()
    await expect(download({ idleLimit: 150, attempts: 2 })).rejects.toMatchObject({ code: 'dataset-download-stalled' })
    expect(performance.now() - start).toBeLessThan(5000)
    expect(server.ranges).toEqual(['', sent > 0 ? 'bytes=1000-' : ''])
  })

  it('waits for a slow server as long as something comes', async () => {
    server = await loopbackServer((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length })
      let sent = 0
      const timer = setInterval(() => {
        response.write(bytes.subarray(sent, (sent += 50_000)))
        if (sent < bytes.length) return
        clearInterval(timer)
        response.end()
      }, 100)
    })
    await download({ idleLimit: 400, attempts: 1 }) // takes 600 ms in all
    expectComplete()
  })

  it('stops when aborted in the middle, with the reason given, and keeps the part', async () => {
    const controller = new AbortController()
    server = await loopbackServer((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 1000))
    })
    const reason = new Error('enough')
    const onProgress = () => controller.abort(reason)
    await expect(download({ signal: controller.signal, onProgress })).rejects.toBe(reason)
    expect(readFileSync(`${path}.part`).length).toBe(1000)
    expect(server.ranges).toHaveLength(1)
  })

  it('says that nobody answers', async () => {
    server = await loopbackServer(() => {})
    const { url } = server
    await server[Symbol.asyncDispose]()
    server = undefined
    await expect(download({ url: `${url}/file.gz`, attempts: 2 })).rejects.toMatchObject({ code: 'dataset-download' })
  })
})
