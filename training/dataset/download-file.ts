// An address, a path and a checksum come in, the file lies complete and checked under that path, or an error comes out.
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DatasetError } from './dataset-error'
import { md5Of } from './md5-of'

export interface FileDownload {
  url: string
  /** Where the file will lie. Until it is complete it lies beside it as `.part`, from which a later call goes on. */
  path: string
  md5: string
  /** Bytes so far, those of an earlier call included. */
  onProgress?: (loaded: number) => void
  signal?: AbortSignal
  /** How long the server may send nothing, in milliseconds. */
  idleLimit?: number
  /** How often to try, and how long to wait before the second time, in milliseconds; later waits grow. */
  attempts?: number
  retryDelay?: number
}

/** Why an attempt did not succeed, and whether another might. */
interface Failure {
  error: DatasetError
  again: boolean
}

/**
 * Downloads one file: goes on where an earlier attempt broke off, checks the md5, then renames in one step.
 * @throws DatasetError dataset-download, dataset-download-stalled, dataset-checksum; the reason of an aborted signal
 */
export async function downloadFile(download: FileDownload): Promise<void> {
  const { url, path, signal, attempts = 4, retryDelay = 500 } = download
  const refuse = (cause: unknown) => { throw broken(url, cause) }
  await mkdir(dirname(path), { recursive: true }).catch(refuse)
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    const failure = await attemptDownload(download)
    if (failure === undefined) return rename(`${path}.part`, path).catch(refuse)
    signal?.throwIfAborted()
    if (!failure.again || attempt >= attempts) throw failure.error
    await delay(retryDelay * attempt, undefined, { signal }).catch(() => signal?.throwIfAborted())
  }
}

/** Leaves a complete and checked `.part`, or tells why not. */
async function attemptDownload(download: FileDownload): Promise<Failure | undefined> {
  const part = `${download.path}.part`
  const resumed = await sizeOf(part)
  if (resumed > 0 && await md5Of(part) === download.md5) return undefined // only the renaming was missing
  const failure = await fetchRest(download, part, resumed)
  if (failure !== undefined) return failure
  const md5 = await md5Of(part)
  if (md5 === download.md5) return undefined
  await rm(part, { force: true })
  const error = new DatasetError('dataset-checksum', {
    problem: 'The downloaded file is not the published one', file: download.url,
    expected: `md5 ${download.md5}`, received: md5 ?? 'no file', action: 'Try again later, or download it by hand',
  })
  return { error, again: resumed > 0 } // the old beginning may be what is wrong
}

async function fetchRest(download: FileDownload, part: string, resumed: number): Promise<Failure | undefined> {
  const idle = new AbortController()
  const { idleLimit = 30_000 } = download
  const timer = setTimeout(() => idle.abort(), idleLimit)
  const signal = download.signal ? AbortSignal.any([download.signal, idle.signal]) : idle.signal
  try {
    const response = await fetch(download.url, { signal, headers: headersFor(resumed) })
    timer.refresh()
    const refusal = await checkStatus(response, download.url, part, resumed)
    if (refusal !== undefined) {
      await response.body?.cancel()
      return refusal
    }
    await store(response, part, resumed, (loaded) => {
      timer.refresh()
      download.onProgress?.(loaded)
    })
  } catch (cause) {
    if (idle.signal.aborted) return { error: stalled(download.url, idleLimit), again: true }
    return { error: broken(download.url, cause), again: cause instanceof TypeError } // which is how fetch fails
  } finally {
    clearTimeout(timer)
  }
}

const headersFor = (resumed: number): Record<string, string> =>
  ({ 'Accept-Encoding': 'identity', ...resumed > 0 ? { Range: `bytes=${resumed}-` } : undefined })

async function checkStatus(response: Response, url: string, part: string, resumed: number) {
  const { status } = response
  if (status === 200) return undefined
  if (status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${resumed}-`)) return undefined
  const unusableRange = resumed > 0 && (status === 206 || status === 416)
  if (unusableRange) await rm(part, { force: true })
  const error = new DatasetError('dataset-download', {
    problem: 'The server refused the file', file: url, expected: 'status 200 or 206', received: `status ${status}`,
    action: 'Try again later, or download it by hand and give its folder',
  })
  return { error, again: unusableRange || status === 429 || status >= 500 }
}

async function store(response: Response, part: string, resumed: number, onProgress: (loaded: number) => void) {
  const goesOn = response.status === 206 // else the server ignored the range and sends everything
  const file = await open(part, goesOn ? 'a' : 'w')
  let loaded = goesOn ? resumed : 0
  try {
    for await (const chunk of response.body ?? []) {
      await file.writeFile(chunk)
      loaded += chunk.length
      onProgress(loaded)
    }
  } finally {
    await file.close()
  }
}

const sizeOf = (path: string) => stat(path).then(({ size }) => size, () => 0)

const stalled = (url: string, idleLimit: number) => new DatasetError('dataset-download-stalled', {
  problem: `The server sent nothing for ${idleLimit / 1000} seconds`, file: url,
  action: 'Run again, it goes on where it stopped',
})

const broken = (url: string, cause: unknown) => new DatasetError('dataset-download', {
  problem: 'The download broke off', file: url, cause,
  action: 'See that the network and the folder are reachable and run again; it goes on where it stopped',
})
