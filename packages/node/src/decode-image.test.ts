// Every kind of encoded picture in, the same pixels out; every kind of mistake in, its own code out.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { ClassifierErrorCode, EncodedSource } from '@stylelens/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeOptions } from '../test/decode-options'
import { upperBright } from '../test/make-pictures'
import { decodeImage } from './decode-image'

let bytes: Uint8Array
let folder: string
let path: string

beforeAll(async () => {
  bytes = await upperBright()
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  path = join(folder, 'a picture #1 100%25 ä.png')
  await writeFile(path, bytes)
  await writeFile(join(folder, 'empty.png'), '')
})

afterAll(() => rm(folder, { recursive: true }))

const dataAddress = () => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
const shared = () => {
  const memory = new SharedArrayBuffer(bytes.length)
  new Uint8Array(memory).set(bytes)
  return new Uint8Array(memory)
}

describe('kinds of pictures', () => {
  it.each<[string, () => EncodedSource]>([
    ['path', () => path],
    ['file: address', () => pathToFileURL(path).href],
    ['file: URL', () => pathToFileURL(path)],
    ['data: address', dataAddress],
    ['data: URL', () => new URL(dataAddress())],
    [
      'data: address with percent signs',
      () => `DATA:,${[...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`,
    ],
    ['Blob', () => new Blob([bytes])],
    ['File', () => new File([bytes], 'shirt.jpg', { type: 'image/jpeg' })],
    ['Response', () => new Response(bytes)],
    ['web stream', () => new Blob([bytes]).stream()],
    ['Node stream', () => Readable.from([Buffer.from(bytes.subarray(0, 40)), Buffer.from(bytes.subarray(40))])],
    [
      'async generator',
      async function* () {
        yield bytes.subarray(0, 9)
        yield bytes.subarray(9)
      },
    ],
    ['Buffer', () => Buffer.from(bytes)],
    ['ArrayBuffer', () => new Uint8Array(bytes).buffer],
    ['DataView into a larger buffer', () => new DataView(new Uint8Array([9, 9, ...bytes, 9]).buffer, 2, bytes.length)],
    ['Uint8ClampedArray', () => new Uint8ClampedArray(bytes)],
    ['shared memory', shared],
  ])('%s', async (_, make) => {
    const source = make()
    const image = await decodeImage(
      typeof source === 'function' ? (source as () => EncodedSource)() : source,
      decodeOptions,
    )
    expect(image).toMatchObject({ width: 60, height: 60, channels: 1, orientation: 1 })
    expect([image.data[0], image.data[3599]]).toEqual([230, 10])
  })
})

describe('mistakes', () => {
  const consumed = () => {
    const response = new Response(bytes)
    void response.arrayBuffer()
    return response
  }
  const locked = () => {
    const stream = new Blob([bytes]).stream()
    stream.getReader()
    return stream
  }
  const torn = () =>
    Readable.from(
      (async function* () {
        yield bytes.subarray(0, 9)
        throw new Error('the line is dead')
      })(),
    )

  it.each<[string, ClassifierErrorCode, () => unknown]>([
    ['missing file', 'image-not-found', () => join(folder, 'none.png')],
    ['folder', 'image-not-found', () => folder],
    ['file as folder', 'image-not-found', () => join(path, 'x.png')],
    ['empty text', 'image-not-found', () => ''],
    ['path with a zero byte', 'image-not-found', () => 'a\0b.png'],
    ['far too long path', 'image-not-found', () => 'x'.repeat(9000)],
    ['file: address of another host', 'image-not-found', () => 'file://host/x.png'],
    ['empty file', 'image-empty', () => join(folder, 'empty.png')],
    ['no bytes', 'image-empty', () => new Uint8Array()],
    ['empty Blob', 'image-empty', () => new Blob([])],
    ['Response without a body', 'image-empty', () => new Response(null)],
    ['empty stream', 'image-empty', () => Readable.from([])],
    ['empty data: address', 'image-empty', () => 'data:,'],
    ['malformed data: address', 'image-unreadable', () => 'data:image/png;base64'],
    ['data: address of bad base64', 'image-unreadable', () => 'data:image/png;base64,%%%'],
    ['ftp: address', 'input-type', () => 'ftp://host/x.png'],
    ['ftp: URL', 'input-type', () => new URL('ftp://host/x.png')],
    ['mailto: URL', 'input-type', () => new URL('mailto:a@b.c')],
    ['number', 'input-type', () => 7],
    ['null', 'input-type', () => null],
    ['undefined', 'input-type', () => undefined],
    ['plain object', 'input-type', () => ({ path: 'x.png' })],
    ['promise', 'input-type', () => Promise.resolve(bytes)],
    ['stream of numbers', 'input-type', () => Readable.from([1, 2])],
    ['consumed Response', 'image-unreadable', consumed],
    ['locked stream', 'image-unreadable', locked],
    ['stream that fails', 'image-unreadable', torn],
    ['Response of status 404', 'image-download', () => new Response('none', { status: 404 })],
    ['HTML', 'image-unsupported', () => Buffer.from('<!doctype html><p>not found</p>')],
    ['text', 'image-unsupported', () => Readable.from(['hello'])],
    ['PNG signature alone', 'image-corrupt', () => bytes.subarray(0, 8)],
  ])('%s: %s', async (_, code, make) => {
    await expect(decodeImage(make() as EncodedSource, decodeOptions)).rejects.toMatchObject({ code })
  })

  it('never shows credentials or a query', async () => {
    const failure = decodeImage('https://user:secret@127.0.0.1:1/x.png?token=secret', decodeOptions)
    await expect(failure).rejects.toMatchObject({
      code: 'image-download',
      message: expect.stringContaining('"https://127.0.0.1:1/x.png"'),
    })
    await expect(failure).rejects.toMatchObject({ message: expect.not.stringContaining('secret') })
  })
})

describe('closed doors', () => {
  const closed = { ...decodeOptions, inputs: { files: false, network: false } }

  it.each<[string, () => EncodedSource]>([
    ['path', () => path],
    ['file: address', () => pathToFileURL(path).href],
    ['file: URL', () => pathToFileURL(path)],
    ['FILE: address', () => `FILE://${path}`],
    ['http: address', () => 'http://127.0.0.1:1/x.png'],
    ['https: URL', () => new URL('https://127.0.0.1:1/x.png')],
    ['HTTPS: address', () => 'HTTPS://127.0.0.1:1/x.png'],
    ['http: address without slashes', () => 'http:127.0.0.1:1/x.png'],
  ])('keep a %s out', async (_, make) => {
    await expect(decodeImage(make(), closed)).rejects.toMatchObject({ code: 'input-closed' })
  })

  it('let bytes and data: addresses in', async () => {
    for (const source of [bytes, dataAddress(), new URL(dataAddress())]) {
      expect((await decodeImage(source, closed)).width).toBe(60)
    }
  })

  it('are one each for files and network', async () => {
    const noNetwork = { ...decodeOptions, inputs: { files: true, network: false } }
    expect((await decodeImage(path, noNetwork)).width).toBe(60)
    await expect(
      decodeImage('http://127.0.0.1:1/x', { ...decodeOptions, inputs: { files: false, network: true } }),
    ).rejects.toMatchObject({ code: 'image-download' })
  })
})

describe('maxBytes', () => {
  it.each<[string, () => EncodedSource]>([
    ['file', () => path],
    ['Blob', () => new Blob([bytes])],
    ['bytes', () => bytes],
    ['data: address', dataAddress],
    ['Node stream', () => Readable.from([Buffer.from(bytes)])],
    ['web stream', () => new Blob([bytes]).stream()],
    ['Response', () => new Response(bytes)],
  ])('holds for a %s', async (_, make) => {
    const limited = (maxBytes: number) => decodeImage(make(), { ...decodeOptions, maxBytes })
    await expect(limited(bytes.length - 1)).rejects.toMatchObject({ code: 'image-too-large' })
    expect((await limited(bytes.length)).width).toBe(60)
  })

  it('holds for a file that tells no size, and ends the reading', async () => {
    await expect(decodeImage('/dev/zero', { ...decodeOptions, maxBytes: 100_000 })).rejects.toMatchObject({
      code: 'image-too-large',
    })
  })

  it('closes an endless stream', async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(1000))
      },
    })
    await expect(decodeImage(endless, { ...decodeOptions, maxBytes: 5000 })).rejects.toMatchObject({
      code: 'image-too-large',
    })
    expect(endless.destroyed).toBe(true)
  })
})

describe('signal', () => {
  it('aborted before: nothing is read', async () => {
    const failure = decodeImage(path, { ...decodeOptions, signal: AbortSignal.abort('enough') })
    await expect(failure).rejects.toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  })

  it.each<[string, () => EncodedSource & { destroyed?: boolean }]>([
    ['Node', () => new Readable({ read() {} })],
    ['web', () => new ReadableStream()],
  ])('aborted while a %s stream stalls', async (kind, make) => {
    const stalled = make()
    const controller = new AbortController()
    const failure = decodeImage(stalled, { ...decodeOptions, signal: controller.signal })
    setTimeout(() => controller.abort(), 20)
    await expect(failure).rejects.toMatchObject({ code: 'aborted' })
    if (kind === 'Node') expect(stalled.destroyed).toBe(true)
  })
})
