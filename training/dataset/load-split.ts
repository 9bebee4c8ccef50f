// The file of a split comes in, the checked lists of training and validation pictures come out.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkSha256 } from './check-sha256'
import { DatasetError } from './dataset-error'
import { listSha256, pixelsSha256 } from './split-file'
import type { SplitFile } from './split-file'
import type { Split } from './split'

/** The split that belongs to this project. */
export const SPLIT_PATH = fileURLToPath(new URL('./fashion-mnist-split.json', import.meta.url))

export interface LoadSplitOptions {
  path?: string
  /** The training pictures, uint8 [N * 784]; given, they are checked to be those of the split, in its order. */
  pixels?: Uint8Array
}

/** @throws DatasetError dataset-missing, dataset-split, dataset-checksum */
export function loadSplit({ path = SPLIT_PATH, pixels }: LoadSplitOptions = {}): Split {
  const file = readSplitFile(path)
  checkSha256(path, 'The list of validation pictures has been changed', file.sha256, listSha256(file.validation),
    'Restore the file, or make it anew with make-split.ts')
  if (pixels !== undefined) {
    checkSha256(path, 'The training pictures are not those of the split, or in another order', file.pixelsSha256,
      pixelsSha256(pixels), 'Use the IDX files, or make a split of these pictures with make-split.ts')
  }
  const chosen = new Set(file.validation)
  const everyone = Int32Array.from({ length: file.pictures }, (_, index) => index)
  return { train: everyone.filter((index) => !chosen.has(index)), validation: Int32Array.from(file.validation) }
}

function readSplitFile(file: string): SplitFile {
  const text = readText(file)
  try {
    const parsed: unknown = JSON.parse(text)
    if (isSplitFile(parsed)) return parsed
  } catch (cause) {
    throw new DatasetError('dataset-split', {
      problem: 'The file is no JSON', file, action: 'Make it anew with make-split.ts', cause,
    })
  }
  throw new DatasetError('dataset-split', {
    problem: 'The file holds no split', file,
    expected: 'sha256, pixelsSha256, pictures, and validation as ascending indices below pictures',
    action: 'Make it anew with make-split.ts',
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new DatasetError('dataset-missing', {
      problem: 'The split cannot be read', file, action: 'Restore it, or make it anew with make-split.ts', cause,
    })
  }
}

function isSplitFile(value: unknown): value is SplitFile {
  if (typeof value !== 'object' || value === null) return false
  const { pictures, validation, sha256, pixelsSha256: pixels } = value as Partial<Record<keyof SplitFile, unknown>>
  if (typeof sha256 !== 'string' || typeof pixels !== 'string') return false
  if (typeof pictures !== 'number' || !Array.isArray(validation)) return false
  let previous = -1
  return validation.every((index: unknown) => {
    if (typeof index !== 'number' || !Number.isInteger(index) || index <= previous || index >= pictures) return false
    previous = index
    return true
  })
}
