// Providers of known speeds and a budget in; rows of medians or reasons, and never more time than the budget, out.
import { describe, expect, it } from 'vitest'
import { fakeProviders, sampleModel } from '../../test/fake-providers'
import type { FakeProvider } from '../../test/fake-providers'
import { measureProviders } from './measure-providers'
import type { MeasureOptions } from './measure-providers'
import type { MeasuredCandidate } from './measured-provider'

const { bytes, manifest } = sampleModel()

function measure(
  table: Readonly<Record<string, FakeProvider>>,
  candidates: readonly MeasuredCandidate[],
  options: MeasureOptions,
) {
  const fake = fakeProviders(table)
  return { fake, rows: measureProviders(fake.platform, bytes, manifest, candidates, options) }
}

describe('measureProviders', () => {
  it('gives a row for each candidate in their order, and frees what it started', async () => {
    const candidates = [{ name: 'wasm' }, { name: 'cpu', threads: 2 }, { name: 'webgpu' }] as const
    const table = { wasm: { run: 9 }, cpu: { run: 4 }, webgpu: { run: 1 } }
    const { fake, rows } = measure(table, candidates, { budget: 3000 })
    expect(await rows).toEqual([
      { executionProvider: 'wasm', threads: 1, batchSize: 1, medianMilliseconds: 9 },
      { executionProvider: 'cpu', threads: 2, batchSize: 1, medianMilliseconds: 2 },
      { executionProvider: 'webgpu', threads: 1, batchSize: 1, medianMilliseconds: 1 },
    ])
    expect(fake.released).toEqual(['wasm', 'cpu', 'webgpu'])
  })

  it('runs once before it counts, and then as often as asked', async () => {
    const { fake, rows } = measure({}, [{ name: 'cpu' }], { budget: 100, runs: 4, batchSize: 8 })
    expect(await rows).toMatchObject([{ batchSize: 8, medianMilliseconds: 0 }])
    expect(fake.runs).toEqual(Array.from({ length: 5 }, () => ['cpu', 8]))
  })

  it('takes the median, without the first run', async () => {
    const fake = fakeProviders()
    const times = [90, 5, 1, 4, 2]
    let now = 0
    const platform = { ...fake.platform, clock: () => now }
    const { createSession } = fake.platform
    platform.createSession = async (model, options) => {
      const session = await createSession(model, options)
      return { ...session, run: (name, input, outputs) => {
        now += times.shift() ?? 0
        return session.run(name, input, outputs)
      } }
    }
    const rows = await measureProviders(platform, bytes, manifest, [{ name: 'cpu' }], { budget: 1000, runs: 4 })
    expect(rows[0].medianMilliseconds).toBe(3)
  })

  it.each<[string, FakeProvider]>([
    ['runs of 70', { run: 70 }],
    ['runs of 130', { run: 130 }],
    ['starts of 120', { start: 120, run: 1 }],
    ['short runs', { run: 0.7 }],
  ])('does not take more than the budget: %s', async (_case, provider) => {
    const candidates = [{ name: 'cpu' }, { name: 'wasm' }] as const
    const { fake, rows } = measure({ cpu: provider, wasm: provider }, candidates, { budget: 300, runs: 1000 })
    await rows
    expect(fake.platform.clock()).toBeLessThanOrEqual(300)
  })

  it('says of what did not fit that it did not', async () => {
    const table = { cpu: { run: 200 }, wasm: { run: 10 } }
    const { fake, rows } = measure(table, [{ name: 'cpu' }, { name: 'wasm' }], { budget: 300 })
    expect(await rows).toMatchObject([
      { executionProvider: 'cpu', medianMilliseconds: null, reason: 'The budget was used up.' },
      { executionProvider: 'wasm', medianMilliseconds: 10 },
    ])
    expect(fake.released).toEqual(['cpu', 'wasm'])
  })

  it('starts nothing once the budget is used up', async () => {
    const { fake, rows } = measure({ cpu: { start: 400 } }, [{ name: 'cpu' }, { name: 'wasm' }], { budget: 300 })
    expect((await rows).map(({ medianMilliseconds }) => medianMilliseconds)).toEqual([null, null])
    expect(fake.attempts).toHaveLength(1)
  })

  it('gives the reason of a provider that cannot be had, or that fails to run', async () => {
    const table = { cuda: { failure: new Error('no driver') }, cpu: { spoil: () => { throw new Error('bad run') } } }
    const { fake, rows } = measure(table, [{ name: 'cuda' }, { name: 'cpu' }, { name: 'wasm' }], { budget: 300 })
    expect(await rows).toMatchObject([
      { medianMilliseconds: null, reason: expect.stringContaining('no driver') },
      { medianMilliseconds: null, reason: expect.stringContaining('bad run') },
      { medianMilliseconds: 0 },
    ])
    expect(fake.released).toEqual(['cpu', 'wasm'])
  })

  it('runs batches of the size that the model fixes', async () => {
    const fake = fakeProviders()
    const fixed = { ...manifest, input: { ...manifest.input, batch: 2 } }
    const rows = await measureProviders(fake.platform, bytes, fixed, [{ name: 'cpu' }], { budget: 300, batchSize: 8 })
    expect(rows[0].batchSize).toBe(2)
    expect(fake.runs[0]).toEqual(['cpu', 2])
  })
})
