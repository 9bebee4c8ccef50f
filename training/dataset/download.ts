// A folder comes in, the four published Fashion-MNIST files lie in it, checked.
import { join } from 'node:path'
import { PUBLISHED_FILES } from './dataset-files'
import type { PublishedFile } from './dataset-files'
import { downloadFile } from './download-file'
import { md5Of } from './md5-of'

/** The official home. It offers no https; the published checksums stand in for it. */
export const OFFICIAL_HOME = 'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com'

export interface DownloadProgress {
  /** The file being downloaded. */
  file: string
  /** Bytes of all files so far. */
  loaded: number
  /** Bytes of all files. */
  total: number
}

export interface DownloadOptions {
  directory: string
  baseUrl?: string
  files?: readonly PublishedFile[]
  onProgress?: (progress: DownloadProgress) => void
  signal?: AbortSignal
  /** How long the server may send nothing, in milliseconds. */
  idleLimit?: number
}

/**
 * Downloads what is missing or damaged in `directory`, one file after the other.
 * @throws DatasetError dataset-download, dataset-download-stalled, dataset-checksum; the reason of an aborted signal
 */
export async function downloadDataset(options: DownloadOptions): Promise<void> {
  const { directory, baseUrl = OFFICIAL_HOME, files = PUBLISHED_FILES, onProgress, signal, idleLimit } = options
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const { name, md5, size } of files) {
    const path = join(directory, name)
    const report = (loaded: number) => onProgress?.({ file: name, loaded: before + loaded, total })
    if (await md5Of(path) !== md5) {
      const url = `${baseUrl.replace(/\/$/, '')}/${name}`
      await downloadFile({ url, path, md5, onProgress: report, signal, idleLimit })
    }
    report(size)
    before += size
  }
}
