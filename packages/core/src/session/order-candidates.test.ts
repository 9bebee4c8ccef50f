// Lists with 'auto', models of every size and speeds in; the order to try the providers, and their threads, out.
import { describe, expect, it } from 'vitest'
import { fakeProviders, sampleModel } from '../../test/fake-providers'
import type { FakeProviders } from '../../test/fake-providers'
import type { ExecutionProvider, ExecutionProviderName } from '../execution-provider'
import { readExecutionProviders } from '../options/read-execution-providers'
import { orderCandidates } from './order-candidates'

const has = {
  defaultExecutionProviders: ['cpu', 'wasm'],
  autoExecutionProviders: ['cuda', 'webgpu', 'cpu', 'wasm'],
} as const
const small = sampleModel({ macs: 20e6 })
const large = sampleModel({ macs: 400e6 })

async function order(
  fake: FakeProviders,
  given: ExecutionProvider | readonly ExecutionProvider[],
  model = small,
  threads: number | 'auto' = 1,
): Promise<string[]> {
  const providers = readExecutionProviders(given, has)
  const ordered = await orderCandidates(fake.platform, model, { providers, threads })
  return ordered.map(({ candidate: { name }, threads: count }) => `${name} ${count}`)
}

const speeds = { cpu: { run: 8 }, wasm: { run: 3 }, webgpu: { run: 5 }, cuda: { run: 1 } }

function loaded(...names: ExecutionProviderName[]): FakeProviders {
  const fake = fakeProviders(speeds)
  fake.loaded = names
  return fake
}

describe('without auto', () => {
  it('the list stays as it is, and nothing is measured', async () => {
    const fake = loaded('cpu', 'wasm', 'cuda')
    expect(await order(fake, ['cpu', 'cuda', 'wasm'], large, 3)).toEqual(['cpu 3', 'cuda 3', 'wasm 3'])
    expect(fake.attempts).toEqual([])
  })
})

describe('auto, by the size of the model', () => {
  it.each<[string, number, string[]]>([
    ['small', 20e6, ['cpu 1', 'wasm 1', 'cuda 1', 'webgpu 1']],
    ['not quite large', 49.9e6, ['cpu 1', 'wasm 1', 'cuda 1', 'webgpu 1']],
    ['large', 50e6, ['cuda 1', 'webgpu 1', 'cpu 1', 'wasm 1']],
  ])('%s', async (_size, macs, expected) => {
    const fake = fakeProviders(speeds)
    expect(await order(fake, 'auto', sampleModel({ macs }))).toEqual(expected)
    expect(fake.attempts).toEqual([])
  })

  it.each<[number, string]>([[1_900_000, 'cpu 1'], [2_000_000, 'cuda 1']])(
    'a file of %i bytes, where nothing else is known, begins with %s',
    async (length, first) => {
      const model = { ...sampleModel({ macs: 0 }), bytes: new Uint8Array(length) }
      expect((await order(fakeProviders(), 'auto', model))[0]).toBe(first)
    },
  )

  it('what is named beside it keeps its place and is not repeated', async () => {
    expect(await order(fakeProviders(), ['wasm', 'auto', 'dml'], large)).toEqual(
      ['wasm 1', 'cuda 1', 'webgpu 1', 'cpu 1', 'dml 1'],
    )
    expect(await order(fakeProviders(), ['auto', 'auto'])).toHaveLength(4)
  })

  it('stands for the default list where the platform names no other', () => {
    expect(readExecutionProviders('auto', { defaultExecutionProviders: ['cpu', 'wasm'] })).toEqual({
      requested: ['auto'],
      candidates: [{ name: 'cpu', options: {} }, { name: 'wasm', options: {} }],
      auto: ['cpu', 'wasm'],
    })
  })
})

describe('auto, measured', () => {
  it('those that are loaded change places among themselves, the others stay', async () => {
    expect(await order(loaded('cpu', 'wasm'), 'auto', large)).toEqual(['cuda 1', 'webgpu 1', 'wasm 1', 'cpu 1'])
    expect(await order(loaded('cpu', 'wasm', 'webgpu'), 'auto', large)).toEqual(
      ['cuda 1', 'wasm 1', 'webgpu 1', 'cpu 1'],
    )
    expect(await order(loaded('cpu', 'wasm', 'webgpu', 'cuda'), 'auto', small)).toEqual(
      ['cuda 1', 'wasm 1', 'webgpu 1', 'cpu 1'],
    )
  })

  it('starts only what is loaded, and not a single one', async () => {
    const two = loaded('cpu', 'wasm', 'webnn')
    await order(two, 'auto')
    expect(two.attempts.map(({ candidate }) => candidate.name)).toEqual(['cpu', 'wasm'])
    const one = loaded('wasm')
    await order(one, 'auto')
    expect(one.attempts).toEqual([])
  })

  it('does not measure what is named', async () => {
    const fake = loaded('cpu', 'wasm', 'cuda')
    expect(await order(fake, ['cpu', 'auto'], large)).toEqual(['cpu 1', 'cuda 1', 'webgpu 1', 'wasm 1'])
    expect(fake.attempts.map(({ candidate }) => candidate.name)).toEqual(['cuda', 'wasm'])
  })

  it('keeps the presumed place of one that cannot be measured', async () => {
    const fake = fakeProviders({ ...speeds, cpu: { failure: new Error('broken') } })
    fake.loaded = ['cpu', 'wasm', 'cuda']
    expect(await order(fake, 'auto', small)).toEqual(['cpu 1', 'cuda 1', 'wasm 1', 'webgpu 1'])
  })

  it('takes less than 300 ms', async () => {
    const fake = fakeProviders({ cpu: { run: 40, start: 30 }, wasm: { run: 35, start: 20 }, cuda: { start: 250 } })
    fake.loaded = ['cpu', 'wasm', 'cuda']
    await order(fake, 'auto', large)
    expect(fake.platform.clock()).toBeLessThan(300 + 250) // A start cannot be stopped; nothing is begun after it.
    expect(fake.attempts.length).toBeLessThanOrEqual(3)
    const quick = fakeProviders({ cpu: { run: 40, start: 30 }, wasm: { run: 35, start: 20 } })
    quick.loaded = ['cpu', 'wasm']
    expect(await order(quick, 'auto', large)).toEqual(['cuda 1', 'webgpu 1', 'wasm 1', 'cpu 1'])
    expect(quick.platform.clock()).toBeLessThanOrEqual(300)
  })
})

describe('the choice', () => {
  it('is remembered for the platform, also by calls that overlap', async () => {
    const fake = loaded('cpu', 'wasm')
    await Promise.all([order(fake, 'auto'), order(fake, 'auto')])
    await order(fake, 'auto')
    expect(fake.attempts).toHaveLength(2)
  })

  it('is another one for another model, other candidates and another platform', async () => {
    const fake = loaded('cpu', 'wasm', 'webgpu')
    await order(fake, 'auto')
    await order(fake, 'auto', sampleModel({ macs: 20e6, sha256: 'cd'.repeat(32) }))
    await order(fake, ['webgpu', 'auto'])
    expect(fake.attempts).toHaveLength(3 + 3 + 2)
    const other = loaded('cpu', 'wasm')
    await order(other, 'auto')
    expect(other.attempts).toHaveLength(2)
  })
})

describe('threads: auto', () => {
  it.each<[number, number, string[]]>([
    [20e6, 16, ['cuda 1', 'cpu 1', 'wasm 1']],
    [100e6, 16, ['cuda 1', 'cpu 2', 'wasm 2']],
    [4e9, 16, ['cuda 1', 'cpu 16', 'wasm 16']],
    [4e9, 1, ['cuda 1', 'cpu 1', 'wasm 1']],
  ])('%i multiply-accumulates with %i threads to be had', async (macs, hardware, expected) => {
    const fake = fakeProviders()
    fake.hardware = hardware
    expect(await order(fake, ['cuda', 'cpu', 'wasm'], sampleModel({ macs }), 'auto')).toEqual(expected)
  })

  it('is 1 where the platform does not say how many there are', async () => {
    const { hardwareThreads: _, ...platform } = fakeProviders().platform
    const providers = readExecutionProviders('cpu', has)
    expect(await orderCandidates(platform, large, { providers, threads: 'auto' })).toMatchObject([{ threads: 1 }])
  })

  it('measures the CPU with one thread, the presumed number and all, where it is loaded', async () => {
    const fake = loaded('cpu')
    fake.hardware = 16
    expect(await order(fake, 'cpu', large, 'auto')).toEqual(['cpu 16'])
    expect(fake.attempts.map(({ threads }) => threads)).toEqual([1, 8, 16])
  })

  it('takes the fastest, which may be one thread', async () => {
    const fake = fakeProviders({ cpu: { run: 8, start: 0 } })
    const { createSession } = fake.platform
    // Threads that only get in each other's way.
    fake.platform.createSession = (model, options) => createSession(model, { ...options, threads: 1 / options.threads })
      .then((session) => ({ ...session, threads: options.threads }))
    fake.loaded = ['cpu']
    fake.hardware = 4
    expect(await order(fake, 'cpu', large, 'auto')).toEqual(['cpu 1'])
  })
})
