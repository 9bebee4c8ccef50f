// Providers that can do all, some or nothing of a model in; a session, placed, padded and tested, or a reason out.
import { describe, expect, it } from 'vitest'
import { fakeProviders, sampleGolden, sampleModel } from '../../test/fake-providers'
import type { FakeProvider } from '../../test/fake-providers'
import { ClassifierError } from '../classifier-error'
import type { ExecutionProviderName } from '../execution-provider'
import type { Tensor } from '../tensor'
import type { StartSettings } from './create-session'
import { startProvider } from './start-provider'

const gpus = ['webgpu', 'webnn', 'cuda', 'tensorrt', 'coreml', 'dml'] as const

const partly: FakeProvider = { fail: ({ strict }) => { if (strict) throw new Error('Resize is not supported') } }

function start(
  name: ExecutionProviderName,
  provider: FakeProvider,
  model = sampleModel(),
  more: Partial<StartSettings> = {},
) {
  const fake = fakeProviders({ [name]: provider })
  const settings = { threads: 1, sessionOptions: {}, ...more }
  return { fake, started: startProvider(fake.platform, model, { name, options: {} }, settings) }
}

const strictness = ({ attempts }: ReturnType<typeof fakeProviders>) => attempts.map(({ strict }) => strict)

describe('placement', () => {
  it.each(gpus)('%s: strictly first', async (name) => {
    const { fake, started } = start(name, {})
    expect((await started).placement).toBe('full')
    expect(strictness(fake)).toEqual([true])
  })

  it.each(gpus)('%s: then with operators on the CPU', async (name) => {
    const { fake, started } = start(name, partly)
    expect((await started).placement).toBe('partial')
    expect(strictness(fake)).toEqual([true, false])
  })

  it.each(['cpu', 'wasm'] as const)('%s: at once and never strictly', async (name) => {
    const { fake, started } = start(name, {}, sampleModel(), { strict: true })
    expect((await started).placement).toBe('full')
    expect(strictness(fake)).toEqual([false])
  })

  it('is not partial where `strict` forbids it', async () => {
    const { fake, started } = start('webgpu', partly, sampleModel(), { strict: true })
    await expect(started).rejects.toMatchObject({ code: 'provider-failed' })
    expect(strictness(fake)).toEqual([true])
  })

  const hopeless = ['provider-unavailable', 'runtime-missing', 'device-lost'] as const

  it.each(hopeless)('is not tried after %s', async (code) => {
    const { fake, started } = start('cuda', { failure: new ClassifierError(code, 'No.') })
    await expect(started).rejects.toMatchObject({ code })
    expect(strictness(fake)).toEqual([true])
  })

  it('passes the level of the log on', async () => {
    const { fake, started } = start('cpu', {}, sampleModel(), { logLevel: 'info' })
    await started
    expect(fake.attempts[0].logLevel).toBe('info')
  })
})

describe('a session on a GPU', () => {
  it.each(gpus)('%s: has passed the self-test, and runs batches of powers of two', async (name) => {
    const { fake, started } = start(name, {})
    const { session } = await started
    expect(fake.runs).toEqual([[name, 2]])
    await session.run('image', { data: new Float32Array(3 * 784), dims: [3, 28, 28, 1] }, ['logits'])
    expect(fake.runs).toEqual([[name, 2], [name, 4]])
  })

  it('runs batches as they are where the model has a fixed one', async () => {
    const model = sampleModel({ selfTest: undefined, input: { ...sampleModel().manifest.input, batch: 3 } })
    const { fake, started } = start('cuda', {}, model)
    await (await started).session.run('image', { data: new Float32Array(3 * 784), dims: [3, 28, 28, 1] }, ['logits'])
    expect(fake.runs).toEqual([['cuda', 3]])
  })

  it.each(['cpu', 'wasm'] as const)('%s is none', async (name) => {
    const { fake, started } = start(name, { spoil: () => ({}) })
    await started
    expect(fake.runs).toEqual([])
  })
})

describe('a driver that miscomputes', () => {
  const replaced = (data: Float32Array, at: number, by: number) => data.map((value, index) => index === at ? by : value)

  const changed = (change: (data: Float32Array) => Float32Array): FakeProvider => ({
    spoil: ({ logits }): Record<string, Tensor> => ({ logits: { ...logits, data: change(logits.data) } }),
  })

  it.each<[string, FakeProvider, RegExp]>([
    ['one logit off', changed((data) => replaced(data, 5, 1.25)), /by up to 0\.250; 0\.1 is allowed/],
    ['a NaN', changed((data) => replaced(data, 7, Number.NaN)), /not finite numbers/],
    ['a failing run', { spoil: () => { throw new Error('shader is lost') } }, /shader is lost/],
  ])('%s: is refused, and its session freed', async (_case, provider, message) => {
    const { fake, started } = start('webgpu', provider)
    await expect(started).rejects.toMatchObject({ code: 'self-test', message: expect.stringMatching(message) })
    expect(fake.released).toEqual(['webgpu'])
    expect(strictness(fake)).toEqual([true])
  })

  it('may be off by the tolerance', async () => {
    const { started } = start('webgpu', changed((data) => data.map((value) => value + 0.09)))
    expect((await started).placement).toBe('full')
  })

  it('passes an error of another kind on', async () => {
    const lost: FakeProvider = { spoil: () => { throw new ClassifierError('device-lost', 'Gone.') } }
    await expect(start('webgpu', lost).started).rejects.toMatchObject({ code: 'device-lost' })
  })

  it.each<[string, ReturnType<typeof sampleModel>]>([
    ['no self-test in the manifest', sampleModel({ selfTest: undefined })],
    ['no golden vectors of this dtype', sampleModel({ dtype: 'int8' })],
    ['no way to other files', { ...sampleModel(), readFile: undefined }],
  ])('is not found out with %s', async (_case, model) => {
    const { fake, started } = start('webgpu', { spoil: () => ({}) }, model)
    expect((await started).placement).toBe('full')
    expect(fake.runs).toEqual([])
  })
})

describe('golden vectors', () => {
  const row = [0, 1, 2, 3]

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /no JSON object/],
    ['no object', '7', /no JSON object/],
    ['no logits', { pictures: '' }, /no JSON object with "logits"/],
    ['no base64', { ...sampleGolden, pictures: '#' }, /"pictures"/],
    ['no picture', { ...sampleGolden, pictures: '' }, /"pictures"/],
    ['half a picture', { ...sampleGolden, pictures: btoa('a'.repeat(1000)) }, /784 bytes/],
    ['too few logits', { ...sampleGolden, logits: { fp32: [row] } }, /2 lists of 4/],
    ['a row too short', { ...sampleGolden, logits: { fp32: [row, [1]] } }, /2 lists of 4/],
    ['words', { ...sampleGolden, logits: { fp32: [row, ['a', 1, 2, 3]] } }, /2 lists of 4/],
  ])('with %s are a damaged model', async (_case, golden, message) => {
    const { started } = start('webgpu', {}, sampleModel({}, golden))
    await expect(started).rejects.toMatchObject({ code: 'model-manifest', message: expect.stringMatching(message) })
  })

  it('are those that the manifest names, by their checksum', async () => {
    const selfTest = { file: 'golden.json', tolerance: 0.1 }
    const right = start('webgpu', {}, sampleModel({ selfTest: { ...selfTest, sha256: 'AB'.repeat(32) } }))
    expect((await right.started).placement).toBe('full')
    const wrong = start('webgpu', {}, sampleModel({ selfTest: { ...selfTest, sha256: 'cd'.repeat(32) } }))
    await expect(wrong.started).rejects.toMatchObject({ code: 'model-integrity' })
  })

  it('that cannot be read are named', async () => {
    const model = { ...sampleModel(), readFile: () => Promise.reject(new Error('gone')) }
    await expect(start('webgpu', {}, model).started)
      .rejects.toMatchObject({ code: 'model-not-found', message: expect.stringContaining('golden.json') })
  })

  it('have 0 and 255 at the ends of the range of the input', async () => {
    const seen: number[] = []
    const fake = fakeProviders()
    const { createSession } = fake.platform
    fake.platform.createSession = async (model, options) => {
      const session = await createSession(model, options)
      return { ...session, run: (name, input, outputs) => {
        seen.push(input.data[0], input.data[1], input.data[784])
        return session.run(name, input, outputs)
      } }
    }
    const pictures = btoa(`\xff\x33${'\0'.repeat(782)}${'\0'.repeat(784)}`)
    await startProvider(fake.platform, sampleModel({}, { ...sampleGolden, pictures }), { name: 'webgpu', options: {} },
      { threads: 1, sessionOptions: {} })
    expect(seen).toEqual([1, Math.fround(0.2), 0])
  })
})
