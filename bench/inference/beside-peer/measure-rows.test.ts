// The smallest bench, without the peer: a model folder and pictures in; times of both sides and equal scores out.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadBackend } from '../../../training/backends/load-backend'
import type { BenchRow } from './bench-row'
import { measureRows } from './measure-rows'
import { measureStarts } from './measure-starts'
import { writeModelFolder } from './write-model-folder'
import { writePictures } from './write-pictures'

const parent = await mkdtemp(join(tmpdir(), 'stylelens-bench-test-'))
afterAll(() => rm(parent, { recursive: true }))

const row = (source: BenchRow['source'], batch: number): BenchRow =>
  ({ what: source, model: 'tiny', batch, width: 28, height: 28, source, megapixels: 0.001 })

it('measures bare onnxruntime and this SDK, from the sources, on the same file', async () => {
  const { tf } = await loadBackend('cpu', { threads: 1 })
  const folder = await writeModelFolder(tf, parent, 'tiny')
  const rows = [row('pixels', 1), row('pixels', 3), row('jpeg', 1)]
  const ready = await Promise.all(rows.map(async (one) => ({ ...one, pictures: await writePictures(parent, one) })))
  const match = {
    names: ['bare', 'ours'], folders: { tiny: folder, mobile: folder }, sdk: 'sources',
    wishes: { rounds: 1, milliseconds: 1 },
  } as const
  const measured = await measureRows(match, { name: 'own best', threads: 1, best: true }, ready)
  expect(measured.map(({ row: { what, batch } }) => [what, batch])).toEqual([['pixels', 1], ['pixels', 3], ['jpeg', 1]])
  for (const { times, differences } of measured) {
    for (const sides of [times.bare, times.ours]) expect(sides?.[0].wall).toBeGreaterThan(0)
    expect(differences.bare).toBeLessThan(1e-5)
  }
  const task = { folder, threads: 1, best: false, first: ready[2].pictures }
  const { ours = [] } = await measureStarts(['ours'], task, [], { sdk: 'sources', count: 1 })
  expect(ours).toHaveLength(1)
  expect(ours[0].milliseconds).toBeGreaterThan(0)
  expect(ours[0].peak).toBeGreaterThanOrEqual(ours[0].bytes)
})
