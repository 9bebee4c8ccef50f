// A folder, the environment or nothing comes in, the folder that holds Fashion-MNIST comes out, downloaded if need be.
import { existsSync } from 'node:fs'
import { cacheFolder } from '../cache-folder'
import { DatasetError } from './dataset-error'
import { downloadDataset } from './download'
import type { DownloadProgress } from './download'
import { findForm } from './read-part'

/** Where the data lies; what the load functions take. */
export interface DatasetLocation {
  directory: string
}

export interface LocateOptions {
  /** The folder of the files, as given on the command line. Nothing is downloaded into it. */
  directory?: string
  onProgress?: (progress: DownloadProgress) => void
  signal?: AbortSignal
  /** Where to download from; the official home unless told. */
  baseUrl?: string
  /** Environment variables; those of the process unless told. */
  environment?: Readonly<Record<string, string | undefined>>
}

/**
 * The folder given, else that of FASHION_MNIST_DIR, else `fashion-mnist` in the cache folder (STYLELENS_CACHE, else
 * ~/.cache/stylelens), into which what is missing is downloaded.
 * @throws DatasetError dataset-missing, and all of downloadDataset
 */
export async function locateDataset(options: LocateOptions = {}): Promise<DatasetLocation> {
  const environment = options.environment ?? process.env
  const given = options.directory || environment.FASHION_MNIST_DIR
  if (given) return { directory: requireData(given, options.directory ? 'as given' : 'of FASHION_MNIST_DIR') }
  const directory = cacheFolder('fashion-mnist', environment)
  if (!findForm(directory, 'train') || !findForm(directory, 'test')) {
    await downloadDataset({ directory, ...options.baseUrl ? { baseUrl: options.baseUrl } : {},
      onProgress: options.onProgress, signal: options.signal })
  }
  return { directory }
}

function requireData(directory: string, origin: string): string {
  if (findForm(directory, 'train') || findForm(directory, 'test')) return directory
  throw new DatasetError('dataset-missing', {
    problem: `The data folder (${origin}) ${existsSync(directory) ? 'holds no Fashion-MNIST files' : 'does not exist'}`,
    file: directory,
    expected: 'the four IDX files (.gz or unpacked) or fashion-mnist_train.csv and fashion-mnist_test.csv',
    action: 'Correct the folder, or name none to have the files downloaded',
  })
}
