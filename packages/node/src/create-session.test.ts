// The tiny model and every provider in; sessions that run it, or the typed reason why not, out.
import { readFile } from 'node:fs/promises'
import type { ExecutionProviderName, Session, SessionOptions } from '@stylelens/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSession } from './create-session'
import { onnxruntimeLoaders } from './open-onnxruntime'
import type { Onnxruntime } from './open-onnxruntime'

let model: Uint8Array
beforeAll(async () => {
  model = await readFile(new URL('../test/tiny/model.onnx', import.meta.url))
})

const options = (name: ExecutionProviderName, more: Partial<SessionOptions> = {}): SessionOptions => ({
  candidate: { name, options: {} },
  strict: false,
  threads: 1,
  sessionOptions: {},
  ...more,
})

/** [2, 28, 28, 1]: the first picture is bright above, the second below. */
const pictures = () => ({
  data: Float32Array.from({ length: 2 * 784 }, (_, index) => Number(index % 784 < 392 === index < 784)),
  dims: [2, 28, 28, 1],
})

async function answer(session: Session) {
  const { probabilities, embedding } = await session.run('image', pictures(), ['probabilities', 'embedding'])
  return { probabilities: [...probabilities.data], dims: probabilities.dims, embedding: embedding.data.length }
}

describe.each(['cpu', 'wasm'] as const)('%s', (name) => {
  it('runs a batch and copies the outputs out', async () => {
    const session = await createSession(model, options(name))
    const first = await session.run('image', pictures(), ['probabilities'])
    const { probabilities, dims, embedding } = await answer(session)
    expect(dims).toEqual([2, 2])
    expect(embedding).toBe(2 * 28)
    // the mean rows are 1 or 0, so the logits are 14 * 0.25 = 3.5 and -3.5, and 1 / (1 + exp(-7)) = 0.99909
    expect(probabilities.map((score) => Number(score.toFixed(5)))).toEqual([0.99909, 0.00091, 0.00091, 0.99909])
    await session.release()
    expect([...first.probabilities.data]).toEqual(probabilities)
  })

  it('reports the runtime', async () => {
    const session = await createSession(model, options(name))
    expect(session).toMatchObject({ runtime: name === 'cpu' ? 'onnxruntime-node' : 'onnxruntime-web', threads: 1 })
    expect(session.runtimeVersion).toMatch(/^\d+\.\d+\.\d+/)
    await session.release()
  })

  it.each([
    ['no bytes', new Uint8Array()],
    ['HTML', new TextEncoder().encode('<!doctype html>')],
  ])('refuses %s as a model', async (_, bytes) => {
    await expect(createSession(bytes, options(name))).rejects.toMatchObject({
      code: 'model-invalid',
      cause: expect.any(Error),
    })
  })

  it('refuses names that the model does not have', async () => {
    const session = await createSession(model, options(name))
    await expect(session.run('picture', pictures(), ['scores'])).rejects.toMatchObject({
      code: 'model-invalid',
      message: expect.stringMatching(
        /input "picture" \(it has image\).*output "scores" \(it has logits, probabilities, embedding\)/,
      ),
    })
    await session.release()
  })

  it('fails a run of a wrong shape, and goes on', async () => {
    const session = await createSession(model, options(name))
    await expect(session.run('image', { data: new Float32Array(4), dims: [1, 2, 2, 1] }, ['logits'])).rejects.toThrow(
      /dimensions/,
    )
    expect((await answer(session)).dims).toEqual([2, 2])
    await session.release()
  })

  it('takes session options, leaving out those that are undefined', async () => {
    const sessionOptions = { graphOptimizationLevel: 'disabled', enableMemPattern: undefined }
    const session = await createSession(model, options(name, { sessionOptions }))
    expect((await answer(session)).dims).toEqual([2, 2])
    await session.release()
    await expect(
      createSession(model, options(name, { sessionOptions: { graphOptimizationLevel: 'best' } })),
    ).rejects.toMatchObject({ code: 'model-invalid', message: expect.stringContaining('sessionOptions') })
  })

  it('runs many sessions at once', async () => {
    const sessions = await Promise.all(Array.from({ length: 4 }, () => createSession(model, options(name))))
    const answers = await Promise.all([...sessions, ...sessions].map(answer))
    expect(new Set(answers.map((value) => JSON.stringify(value))).size).toBe(1)
    // a release that overlaps with runs and creations of others
    const [run, , created] = await Promise.all([
      answer(sessions[1]),
      sessions[0].release(),
      createSession(model, options(name)),
    ])
    expect(run).toEqual(answers[0])
    await Promise.all([...sessions.slice(1), created].map((session) => session.release()))
  })
})

it('gives the same on both runtimes', async () => {
  const [native, wasm] = await Promise.all(
    (['cpu', 'wasm'] as const).map((name) => createSession(model, options(name))),
  )
  const [a, b] = await Promise.all([answer(native), answer(wasm)])
  a.probabilities.forEach((score, index) => expect(score).toBeCloseTo(b.probabilities[index], 6))
  await Promise.all([native.release(), wasm.release()])
})

it('reports threads as they are', async () => {
  const native = await createSession(model, options('cpu', { threads: 2 }))
  expect(native.threads).toBe(2)
  const own = await createSession(model, options('cpu', { threads: 2, sessionOptions: { intraOpNumThreads: 1 } }))
  expect(own.threads).toBe(1)
  // the first WebAssembly session of this process had one
  const wasm = await createSession(model, options('wasm', { threads: 2 }))
  expect(wasm.threads).toBe(1)
  await Promise.all([native.release(), own.release(), wasm.release()])
})

describe('providers that cannot be had', () => {
  it.each(['webnn', 'auto'] as const)('%s is none of Node', async (name) => {
    await expect(createSession(model, options(name))).rejects.toMatchObject({ code: 'provider-unavailable' })
  })

  it.each(['cpu', 'cuda', 'tensorrt', 'coreml', 'dml', 'webgpu'] as const)(
    '%s is named with what the binary has instead',
    async (name) => {
      const { default: module } = await import('onnxruntime-node')
      const native = () =>
        Promise.resolve({ ...module, listSupportedBackends: () => [{ name: 'abacus', bundled: true }] })
      await expect(createSession(model, options(name), { ...onnxruntimeLoaders, native })).rejects.toMatchObject({
        code: 'provider-unavailable',
        message: expect.stringMatching(new RegExp(`'${name}' is not available: .* onnxruntime-node for .* has abacus`)),
      })
    },
  )

  it.each([
    ['Failed to load shared library', 'provider-unavailable'],
    ['CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version', 'provider-unavailable'],
    ['CUDA failure 100: no CUDA-capable device is detected', 'provider-unavailable'],
    ['This session contains graph nodes that are assigned to the default CPU EP', 'provider-failed'],
  ])('what onnxruntime says decides whether another attempt helps: %s', async (message, code) => {
    const { default: module } = await import('onnxruntime-node')
    const InferenceSession = {
      create: () => Promise.reject(new Error(message)),
    } as unknown as typeof module.InferenceSession
    const listSupportedBackends = () => [{ name: 'cuda', bundled: false }]
    const native = () => Promise.resolve({ ...module, InferenceSession, listSupportedBackends })
    // without a folder nothing is known of the libraries, and onnxruntime is asked
    const loaders = { ...onnxruntimeLoaders, native, nativeFolder: () => undefined }
    await expect(createSession(model, options('cuda'), loaders)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      cause: { message },
    })
  })
})

describe('packages that cannot be loaded', () => {
  it.each([
    ['ERR_MODULE_NOT_FOUND', "Cannot find package 'onnxruntime-node'", /package onnxruntime-node.*=skip npm install/],
    ['ERR_DLOPEN_FAILED', 'libstdc++.so.6: cannot open shared object file', /lacks libstdc\+\+\.so\.6.*libstdc\+\+6`/],
    ['ERR_DLOPEN_FAILED', "version `GLIBC_2.28' not found", /lacks GLIBC_2\.28.*Debian 10/],
  ])('onnxruntime-node: %s, %s', async (code, message, told) => {
    const native = () => Promise.reject(Object.assign(new Error(message), { code }))
    await expect(createSession(model, options('cpu'), { ...onnxruntimeLoaders, native })).rejects.toMatchObject({
      code: 'runtime-missing',
      message: expect.stringMatching(told),
      cause: { code },
    })
  })

  it('onnxruntime-web', async () => {
    const web = () => Promise.reject(new Error('nothing here'))
    await expect(createSession(model, options('wasm'), { ...onnxruntimeLoaders, web })).rejects.toMatchObject({
      code: 'runtime-missing',
    })
  })

  it('onnxruntime-web without its .wasm file', async () => {
    const { env, Tensor } = (await onnxruntimeLoaders.web()) as Onnxruntime
    const create = () => Promise.reject(new Error('no available backend found. ERR: [wasm] Error: ENOENT'))
    const web = () => Promise.resolve({ env, Tensor, InferenceSession: { create } } as unknown as Onnxruntime)
    await expect(createSession(model, options('wasm'), { ...onnxruntimeLoaders, web })).rejects.toMatchObject({
      code: 'runtime-missing',
    })
  })
})
