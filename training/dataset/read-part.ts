// A folder and the name of a part come in, the pictures or labels of that part come out, checked.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { NdArray } from 'ndarray'
import { DATASET_FILES } from './dataset-files'
import type { Part, PublishedFile } from './dataset-files'
import { DatasetError } from './dataset-error'
import { parseCsv } from './parse-csv'
import { parseIdxImages, parseIdxLabels } from './parse-idx'

/** In which form a folder holds a part: IDX (each file packed or not) or CSV; IDX where both are there. */
export function findForm(directory: string, part: Part): 'idx' | 'csv' | undefined {
  const { images, labels, csv } = DATASET_FILES[part]
  // Never pictures of one form with labels of the other: their orders differ.
  if ([images, labels].every((file) => idxPath(directory, file) !== undefined)) return 'idx'
  return existsSync(join(directory, csv)) ? 'csv' : undefined
}

/** Pictures as uint8 [N, 28, 28]. */
export async function readImages(directory: string, part: Part, signal?: AbortSignal): Promise<NdArray<Uint8Array>> {
  if (requireForm(directory, part) === 'csv') return (await readCsv(directory, part, signal)).images
  const { bytes, path } = await readIdx(directory, DATASET_FILES[part].images, signal)
  return parseIdxImages(bytes, path)
}

/** Labels as uint8 [N]. For the test part only through load-test-labels. */
export async function readLabels(directory: string, part: Part, signal?: AbortSignal): Promise<NdArray<Uint8Array>> {
  if (requireForm(directory, part) === 'csv') return (await readCsv(directory, part, signal)).labels
  const { bytes, path } = await readIdx(directory, DATASET_FILES[part].labels, signal)
  return parseIdxLabels(bytes, path)
}

function requireForm(directory: string, part: Part): 'idx' | 'csv' {
  const form = findForm(directory, part)
  if (form !== undefined) return form
  const { images, labels, csv } = DATASET_FILES[part]
  throw new DatasetError('dataset-missing', {
    problem: `The ${part} pictures or their labels are missing`, file: directory,
    expected: `"${images.name}" and "${labels.name}" (packed or not), or "${csv}"`,
    action: 'Give the folder of the Fashion-MNIST files, or name none to have them downloaded',
  })
}

async function readCsv(directory: string, part: Part, signal?: AbortSignal) {
  const path = join(directory, DATASET_FILES[part].csv)
  return parseCsv(await readBytes(path, signal), path)
}

async function readIdx(directory: string, file: PublishedFile, signal?: AbortSignal) {
  const path = idxPath(directory, file) ?? join(directory, file.name)
  const bytes = await readBytes(path, signal)
  if (!path.endsWith('.gz')) return { bytes, path }
  const md5 = createHash('md5').update(bytes).digest('hex')
  if (md5 !== file.md5) {
    throw new DatasetError('dataset-checksum', {
      problem: `The file (${bytes.length} of ${file.size} bytes) is damaged or another one`, file: path,
      expected: `md5 ${file.md5}`, received: md5, action: 'Delete it and download it again',
    })
  }
  return { bytes: plainView(await promisify(gunzip)(bytes)), path }
}

async function readBytes(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  try {
    return plainView(await readFile(path, { signal }))
  } catch (cause) {
    signal?.throwIfAborted()
    throw new DatasetError('dataset-missing', {
      problem: 'The file cannot be read', file: path, action: 'See that it is there and may be read', cause,
    })
  }
}

// A Buffer slices and prints differently, so none leaves this file.
const plainView = ({ buffer, byteOffset, length }: Buffer) => new Uint8Array(buffer, byteOffset, length)

function idxPath(directory: string, file: PublishedFile): string | undefined {
  const packed = join(directory, file.name)
  return [packed, packed.replace(/\.gz$/, '')].find((path) => existsSync(path))
}
