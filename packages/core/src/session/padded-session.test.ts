// Batches of every size in; runs of powers of two, and each batch's own rows, out.
import { describe, expect, it } from 'vitest'
import type { Session } from '../runtime'
import type { Tensor } from '../tensor'
import { PaddedSession } from './padded-session'

/** Doubles its inputs [N, 2], and gives one total. */
function doublingSession(seen: number[]): Session {
  return {
    runtime: 'onnxruntime-web',
    runtimeVersion: '1.2.3',
    threads: 3,
    offThread: true,
    async run(_name, { data, dims }): Promise<Record<string, Tensor>> {
      seen.push(dims[0])
      const rows = { data: Float32Array.from(data, (value) => 2 * value), dims }
      return { rows, total: { data: new Float32Array(3), dims: [3] } }
    },
    release: async () => { seen.push(0) },
  }
}

describe('PaddedSession', () => {
  it.each([[1, 1], [2, 2], [3, 4], [4, 4], [5, 8], [9, 16], [33, 64], [65, 128], [127, 128], [128, 128]])(
    'runs %i pictures as %i and gives those that were asked for',
    async (pictures, run) => {
      const seen: number[] = []
      const data = Float32Array.from({ length: pictures * 2 }, (_, index) => index + 1)
      const session = new PaddedSession(doublingSession(seen))
      const { rows, total } = await session.run('x', { data, dims: [pictures, 2] }, ['rows'])
      expect(seen).toEqual([run])
      expect(rows.dims).toEqual([pictures, 2])
      expect([...rows.data]).toEqual([...data].map((value) => 2 * value))
      expect(total.dims).toEqual([3])
    },
  )

  it.each([['uint8', Uint8Array], ['float16', Uint16Array]] as const)('pads %s by its own kind', async (type, Kind) => {
    const given: unknown[] = []
    const { run, ...facts } = doublingSession([])
    const session = new PaddedSession({ ...facts, run: (name, input, names) => {
      given.push(input)
      return run(name, input, names)
    } })
    await session.run('x', { type, data: Kind.of(1, 2, 3), dims: [3, 1] }, ['rows'])
    expect(given).toEqual([{ type, data: Kind.of(1, 2, 3, 0), dims: [4, 1] }])
  })

  it('is otherwise the session that it was given', async () => {
    const seen: number[] = []
    const session = new PaddedSession(doublingSession(seen))
    const { runtime, runtimeVersion, threads, offThread } = session
    expect({ runtime, runtimeVersion, threads, offThread })
      .toEqual({ runtime: 'onnxruntime-web', runtimeVersion: '1.2.3', threads: 3, offThread: true })
    await session.release()
    expect(seen).toEqual([0])
  })
})
