// How thorough to be in; bare onnxruntime, this SDK and the peer on the same files side by side, as tables, out.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadBackend } from '../../../training/backends/load-backend'
import type { Sdk } from '../locate-sdk'
import { benchRows, contestants, type BenchRow } from './bench-row'
import { hasPeer, howToInstallPeer } from './find-peer'
import { measureRows, type MeasuredRow, type PeerSettings, type ReadyRow } from './measure-rows'
import { measureStarts } from './measure-starts'
import { rowsTable, shortTable, startsTable } from './peer-tables'
import { writeModelFolder } from './write-model-folder'
import { writePictures } from './write-pictures'

export interface PeerWishes {
  readonly rounds: number
  readonly milliseconds: number
  readonly coldStarts: number
  readonly settings: readonly (keyof typeof settings)[]
  /** Only some rows. */
  readonly quick: boolean
}

export const settingNames = ['1', '2', 'best'] as const

const settings: Readonly<Record<(typeof settingNames)[number], PeerSettings>> = {
  1: { name: '1 thread', threads: 1, best: false },
  2: { name: '2 threads', threads: 2, best: false },
  best: { name: 'own best', threads: availableParallelism(), best: true },
}

const isQuick = ({ source, batch, megapixels }: BenchRow) => source === 'jpeg' ? megapixels <= 1 : batch === 1

export async function benchPeer(wishes: PeerWishes, sdk: Sdk) {
  const parent = await mkdtemp(join(tmpdir(), 'stylelens-bench-'))
  try {
    return await measureAll(parent, wishes, sdk)
  } finally {
    await rm(parent, { recursive: true })
  }
}

async function measureAll(parent: string, wishes: PeerWishes, sdk: Sdk) {
  if (!hasPeer()) console.log(howToInstallPeer)
  const names = contestants.filter((name) => name !== 'peer' || hasPeer())
  const { tf } = await loadBackend('cpu', { threads: 1 })
  const folders = {
    tiny: await writeModelFolder(tf, parent, 'tiny'),
    mobile: await writeModelFolder(tf, parent, 'mobile'),
  }
  const rows: ReadyRow[] = []
  for (const row of benchRows.filter((row) => !wishes.quick || isQuick(row))) {
    rows.push({ ...row, pictures: await writePictures(parent, row) })
  }
  const measured: MeasuredRow[] = []
  for (const setting of wishes.settings.map((key) => settings[key])) {
    console.log(`Measuring beside the peer: ${setting.name} ...`)
    measured.push(...await measureRows({ names, folders, sdk, wishes }, setting, rows))
  }
  const photos = rows.filter(({ source }) => source === 'jpeg').map(({ pictures }) => pictures)
  const first = photos.at(wishes.quick ? -1 : 1) ?? rows[0].pictures
  const task = { folder: folders.mobile, threads: 1, best: false, first }
  const starts = await measureStarts(names, task, photos.slice(-1), { sdk, count: wishes.coldStarts })
  const versions: Record<string, string> = Object.assign({}, ...Object.values(starts).map(([start]) => start.versions))
  const tables = [rowsTable(measured), startsTable(starts)].join('\n\n')
  const summary = shortTable(measured, settings[wishes.settings[0]].name)
  return { results: { measured, starts }, versions, tables, summary }
}
