// Platforms with good and bad models and providers in; a classifier with its report, or a typed error, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import { sampleLabels, sampleManifest } from '../test/sample-manifest'
import { ClassifierError } from './classifier-error'
import { createClassifier } from './create-classifier'
import type { SessionOptions } from './runtime'

let runtime: FakeRuntime

beforeEach(() => { runtime = fakeRuntime() })

describe('the model', () => {
  it('is asked for by name, and its facts are on the classifier', async () => {
    const asked: unknown[] = []
    const { loadModel } = runtime
    runtime.loadModel = (model, options) => {
      asked.push(model, options)
      return loadModel(model, options)
    }
    const classifier = await createClassifier(runtime)
    expect(asked).toEqual(['fashion-small', {
      dtype: 'fp32', integrity: undefined, fetch: undefined, cache: undefined, maxModelBytes: 2 ** 30, timeout: 30_000,
      onProgress: undefined, signal: undefined,
    }])
    expect(classifier.labels).toEqual(sampleLabels)
    expect(classifier.manifest).toEqual(sampleManifest())
  })

  it.each<[string, string, (runtime: FakeRuntime) => void]>([
    ['a damaged manifest', 'model-manifest', (damaged) => { damaged.manifest = { manifestVersion: 1 } }],
    ['a wrong length', 'model-integrity', (damaged) => { damaged.manifest = sampleManifest({ bytes: 5 }) }],
    ['a wrong checksum', 'model-integrity', (damaged) => { damaged.sha256 = async () => 'cd'.repeat(32) }],
    ['a loader that throws', 'model-not-found', (damaged) => { damaged.loadModel = () => { throw new Error('gone') } }],
    ['a file that cannot be read', 'model-not-found', (damaged) => {
      const readModel = async () => { throw new Error('gone') }
      damaged.loadModel = async () => ({ manifest: sampleManifest(), readModel })
    }],
  ])('%s: %s', async (_case, code, damage) => {
    damage(runtime)
    await expect(createClassifier(runtime)).rejects.toMatchObject({ code })
    expect(runtime.attempts).toEqual([])
  })

  it('may have its checksum in capitals', async () => {
    runtime.manifest = sampleManifest({ sha256: 'AB'.repeat(32) })
    await expect(createClassifier(runtime)).resolves.toBeDefined()
  })
})

describe('the session', () => {
  const unavailable = (code: 'provider-unavailable' | 'runtime-missing') => ({ candidate }: SessionOptions) => {
    if (candidate.name !== 'cpu') throw new ClassifierError(code, `No ${candidate.name} here.`)
  }

  it('runs on the first provider, fully', async () => {
    const { backend } = await createClassifier(runtime, { executionProviders: 'cuda', threads: 3 })
    expect(backend).toEqual({
      executionProvider: 'cuda',
      requested: ['cuda'],
      placement: 'full',
      fellBackFrom: [],
      runtime: 'onnxruntime-node',
      runtimeVersion: '0.0.0',
      threads: 3,
      offThread: false,
    })
    expect(runtime.attempts.map(({ strict }) => strict)).toEqual([true])
  })

  it.each(['provider-unavailable', 'runtime-missing'] as const)('goes to the next provider on %s', async (code) => {
    runtime.start = unavailable(code)
    const { backend } = await createClassifier(runtime, { executionProviders: ['cuda', 'webgpu', 'cpu'] })
    expect(backend).toMatchObject({ executionProvider: 'cpu', placement: 'full', requested: ['cuda', 'webgpu', 'cpu'] })
    expect(backend.fellBackFrom).toEqual([
      { executionProvider: 'cuda', code, message: `No cuda here. [${code}]` },
      { executionProvider: 'webgpu', code, message: `No webgpu here. [${code}]` },
    ])
    expect(runtime.attempts.map(({ candidate, strict }) => [candidate.name, strict])).toEqual([
      ['cuda', true], ['webgpu', true], ['cpu', false],
    ])
  })

  it('lets a provider share the work with the CPU where it cannot do all', async () => {
    runtime.start = ({ strict }) => { if (strict) throw new Error('Resize is not supported') }
    const { backend } = await createClassifier(runtime, { executionProviders: 'webgpu' })
    expect(backend).toMatchObject({ executionProvider: 'webgpu', placement: 'partial', fellBackFrom: [] })
    expect(runtime.attempts.map(({ strict }) => strict)).toEqual([true, false])
  })

  it('names every reason when no provider is left; the first is the cause', async () => {
    runtime.start = ({ candidate }) => { throw new Error(`${candidate.name} is broken`) }
    const attempt = createClassifier(runtime, { executionProviders: ['cuda', 'cpu'] })
    const error = await attempt.catch((reason: unknown) => reason) as ClassifierError
    const cause = { code: 'provider-failed', cause: new Error('cuda is broken') }
    expect(error).toMatchObject({ code: 'provider-failed', cause })
    expect(error.message).toMatch(/cuda is broken[^]*cpu is broken[^]*\[provider-failed\]$/)
    expect(error.message).toContain('Add \'wasm\'')
  })

  it('gets copies of the options that it may write into', async () => {
    const sessionOptions = Object.freeze({ extra: Object.freeze({ a: 1 }), unset: undefined })
    const provider = Object.freeze({ name: 'webgpu', device: Object.freeze({ id: 1 }) } as const)
    runtime.start = (options) => {
      Object.assign(options.sessionOptions.extra as object, { b: 2 })
      Object.assign(options.candidate.options.device as object, { touched: true })
      Object.assign(options.sessionOptions, { written: true })
      if (options.strict) throw new Error('not strictly')
    }
    await createClassifier(runtime, { executionProviders: provider, sessionOptions })
    expect(sessionOptions).toEqual({ extra: { a: 1 }, unset: undefined })
    for (const attempt of runtime.attempts) {
      expect(attempt.sessionOptions).toEqual({ extra: { a: 1, b: 2 }, written: true })
      expect(Object.keys(attempt.sessionOptions)).not.toContain('unset')
      expect(attempt.candidate.options).toEqual({ device: { id: 1, touched: true } })
    }
  })
})

describe('warmup', () => {
  it('happens only when asked for', async () => {
    await createClassifier(runtime)
    expect(runtime.runs).toEqual([])
    await createClassifier(runtime, { warmup: true })
    expect(runtime.runs).toEqual([1])
  })

  it('frees the session when it fails', async () => {
    runtime.spoil = () => ({})
    await expect(createClassifier(runtime, { warmup: true })).rejects.toMatchObject({ code: 'model-invalid' })
    expect(runtime.releases).toBe(1)
  })
})

describe('abort while loading', () => {
  const abortDuring = async (prepare: (opened: Promise<void>) => void): Promise<void> => {
    const abort = new CountedAbort()
    const gate = makeGate()
    prepare(gate.opened)
    const options = { signal: abort.signal, warmup: true, executionProviders: ['cuda', 'cpu'] } as const
    const creation = createClassifier(runtime, options)
    const caught = expect(creation).rejects.toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
    await settle()
    expect(abort.listeners).toBe(1)
    abort.abort('enough')
    // Only the end of a started run may hold the caller up.
    gate.open()
    await caught
    await settle()
    expect(abort.listeners).toBe(0)
  }

  it('the model files', async () => {
    const { loadModel } = runtime
    await abortDuring((opened) => { runtime.loadModel = (model, options) => opened.then(() => loadModel(model, options)) })
    expect(runtime.attempts).toEqual([])
  })

  it('the checksum', async () => {
    await abortDuring((opened) => { runtime.sha256 = () => opened.then(() => 'ab'.repeat(32)) })
    expect(runtime.attempts).toEqual([])
  })

  it('the session, which is freed when it comes too late', async () => {
    await abortDuring((opened) => { runtime.start = () => opened })
    expect(runtime.attempts).toHaveLength(1)
    expect(runtime.releases).toBe(1)
  })

  it('the warmup', async () => {
    await abortDuring((opened) => { runtime.runGate = opened })
    expect(runtime.releases).toBe(1)
  })

  it('leaves no listeners after success', async () => {
    const abort = new CountedAbort()
    await createClassifier(runtime, { signal: abort.signal, warmup: true })
    expect(abort.listeners).toBe(0)
  })
})
