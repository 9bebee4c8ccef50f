// The tiny model and providers in; a row for each, with a time or the reason why there is none, out.
import { describe, expect, it } from 'vitest'
import { measureModel } from './measure-model'

const tiny = new URL('../test/tiny/', import.meta.url)

describe('measureModel', async () => {
  const { manifest, rows } = await measureModel({
    model: tiny,
    executionProviders: ['cpu', 'wasm', 'webnn'],
    threads: [1, 2, 1],
    batchSizes: [1, 4],
  })

  it('tells which model was measured', () => expect(manifest.name).toBe('tiny'))

  it('has a row for each provider, number of threads and size of a batch', () => {
    const found = rows.map(({ executionProvider, threads, batchSize }) => [executionProvider, threads, batchSize])
    const once = (size: number) => [['cpu', 1, size], ['cpu', 2, size], ['wasm', 1, size], ['webnn', 1, size]]
    expect(found).toEqual([...once(1), ...once(4)])
  })

  it('has times where a provider runs, and reasons where none does', () => {
    for (const { executionProvider, medianMilliseconds, reason } of rows) {
      if (executionProvider === 'webnn') {
        expect(medianMilliseconds).toBeNull()
        expect(reason).toMatch(/WebNN.*\[provider-unavailable\]/)
      } else {
        expect(medianMilliseconds).toBeGreaterThan(0)
        expect(reason).toBeUndefined()
      }
    }
  })
})

it('rejects where the model cannot be loaded', async () => {
  await expect(measureModel({ model: 'no-such-model' })).rejects.toMatchObject({ code: 'model-not-found' })
})
