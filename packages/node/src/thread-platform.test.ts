// The tiny model in worker threads; the answers and errors of this thread, and nothing left behind, out.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upperBright } from '../test/make-pictures'
import { runChild } from '../test/run-child'
import { ClassifierError, createClassifier } from './index'
import type { Classifier, CreateClassifierOptions, ImageSource } from './index'
import { threadPlatform } from './thread-platform'

const tiny = new URL('../test/tiny/', import.meta.url)
const inTest = (name: string) => fileURLToPath(new URL(`../test/${name}`, import.meta.url))
const threads: Worker[] = []
const noteThread = (worker: Worker) => void threads.push(worker)
let folder: string
let path: string
let bytes: Buffer
let here: Classifier
let there: Classifier

const create = (options: CreateClassifierOptions = {}) =>
  createClassifier({ model: tiny, worker: { size: 1 }, ...options })
function inSharedMemory(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

const reasonOf = (promise: Promise<unknown>) => promise.then(() => undefined, (error: unknown) => error)

beforeAll(async () => {
  process.on('worker', noteThread)
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  path = join(folder, 'upper.png')
  await writeFile(path, await upperBright())
  bytes = await readFile(path)
  here = await createClassifier({ model: tiny })
  there = await create({ worker: { size: 2 } })
})

afterAll(async () => {
  process.off('worker', noteThread)
  await Promise.all([here.dispose(), there.dispose()])
  await rm(folder, { recursive: true })
})

describe('pictures', () => {
  it.each<[string, () => ImageSource]>([
    ['a path', () => path],
    ['a file: URL', () => pathToFileURL(path)],
    ['a Buffer', () => bytes],
    ['an ArrayBuffer', () => Uint8Array.from(bytes).buffer],
    ['shared memory', () => inSharedMemory(bytes)],
    ['a Blob', () => new Blob([bytes])],
    ['a Response', () => new Response(bytes)],
    ['a web stream', () => new Blob([bytes]).stream()],
    ['a Node stream', () => createReadStream(path)],
    ['a data: address', () => `data:image/png;base64,${bytes.toString('base64')}`],
    ['raw pixels', () => ({ data: new Uint8ClampedArray(64 * 64 * 4).fill(255), width: 64, height: 64 })],
  ])('as %s are answered as on this thread', async (_, make) => {
    const { timings: _there, ...far } = await there.classifyDetailed(make())
    const { timings: _here, ...near } = await here.classifyDetailed(make())
    expect(far).toEqual(near)
  })

  it.each<[string, () => unknown]>([
    ['a path of nothing', () => 'none.png'],
    ['a file with a name', () => new File(['RIFF....HEIC'], 'shirt.heic')],
    ['a damaged file', () => bytes.subarray(0, 60)],
    ['an empty file', () => new Uint8Array()],
    ['a Response that says no', () => new Response('no', { status: 404 })],
    ['an object', () => ({})],
    ['a date', () => new Date()],
    ['a stream of numbers', () => (async function* () { yield 5 })()],
    ['an address of no protocol', () => new URL('ftp://example.org/a.png')],
    ['too few pixels', () => ({ data: new Uint8Array(3), width: 2, height: 2 })],
  ])('as %s are refused with the words of this thread', async (_, make) => {
    const far = await reasonOf(there.classify(make() as ImageSource)) as ClassifierError
    const near = await reasonOf(here.classify(make() as ImageSource)) as ClassifierError
    expect(far).toBeInstanceOf(ClassifierError)
    expect([far.message, far.code, far.name]).toEqual([near.message, near.code, near.name])
    expect(Object.keys(far).sort()).toEqual(Object.keys(near).sort())
    expect(String(far.cause)).toBe(String(near.cause))
  })

  it('never lose their memory to the worker', async () => {
    const own = Uint8Array.from(bytes)
    await there.classify([own, own.buffer, new Blob([own])])
    expect(own).toEqual(Uint8Array.from(bytes))
  })

  it('beyond maxBytes are refused here', async () => {
    const classifier = await create({ maxBytes: 50 })
    for (const large of [bytes, new Blob([bytes]), path]) {
      expect(await reasonOf(classifier.classify(large))).toMatchObject({ code: 'image-too-large' })
    }
    await classifier.dispose()
  })
})

describe('a worker thread', () => {
  it('is named in the report, with the number of its threads', () => {
    expect(there.backend).toEqual({ ...here.backend, offThread: true })
  })

  it.each<[string, (worker: Worker) => unknown, string]>([
    ['ends', (worker) => worker.terminate(), 'exited with code 1'],
    ['throws what nobody catches', (worker) => worker.postMessage(null), 'null'],
  ])('that %s fails its calls, and the next call gets another', async (_, end, words) => {
    const before = threads.length
    const classifier = await create()
    const never = classifier.classify(Array.from({ length: 500 }, () => bytes))
    const settled = reasonOf(never)
    end(threads[before])
    const error = await settled
    const message: unknown = expect.stringContaining(words)
    expect(error).toMatchObject({ code: 'worker-failed', message, cause: expect.any(Error) as unknown })
    expect((await classifier.classify(path))[0].label).toBe('upper')
    expect(threads).toHaveLength(before + 2)
    await classifier.dispose()
    expect(threads.slice(before).map(({ threadId }) => threadId)).toEqual([-1, -1])
  })

  it('is gone when the classifier is disposed, and when the creation fails or is aborted', async () => {
    const before = threads.length
    await (await create({ worker: { size: 2 } })).dispose()
    expect(threads.slice(before).map(({ threadId }) => threadId)).toEqual([-1, -1])
    expect(await reasonOf(create({ model: 'no-such-model' }))).toMatchObject({ code: 'model-not-found' })
    const creation = reasonOf(create({ signal: AbortSignal.timeout(30) }))
    expect(await creation).toMatchObject({ code: 'aborted', cause: { name: 'TimeoutError' } })
    const ids = () => threads.slice(before).map(({ threadId }) => threadId)
    await expect.poll(ids, { timeout: 20_000 }).toEqual([-1, -1, -1, -1])
  })

  it('takes no functions but listeners', async () => {
    expect(await reasonOf(create({ fetch: (async () => new Response()) as never }))).toMatchObject({
      code: 'option-invalid',
      message: expect.stringContaining('"fetch"'),
    })
  })

  it('is one of as many as there are processors to spare, at most four', () => {
    expect(threadPlatform.defaultSize()).toBe(Math.max(1, Math.min(4, availableParallelism() - 1)))
  })
})

describe('a process with workers', () => {
  it.each(['cpu', 'wasm'])('answers on %s, ends by itself, and leaves nothing behind', async (provider) => {
    const home = await mkdtemp(join(folder, 'home-'))
    const result = await runChild(
      [inTest('classify-in-child.ts'), path, JSON.stringify({ worker: { size: 2 }, executionProviders: provider })],
      { HOME: home, XDG_CACHE_HOME: '', USERPROFILE: home, ORT_DISABLE_TELEMETRY: undefined },
    )
    expect(result).toMatchObject({ stderr: '', code: 0 })
    const { backend, predictions } = JSON.parse(result.stdout)
    expect([backend.executionProvider, backend.offThread, predictions[0].label]).toEqual([provider, true, 'upper'])
    expect(await readdir(home)).toEqual([])
  })

  it('may be ended while they run', async () => {
    expect(await runChild([inTest('exit-in-child.ts'), path])).toEqual({ stdout: '', stderr: '', code: 3 })
  })
})
