// One request for a file in; its bytes, or what came instead, out.
import { StopSignal } from '../../abort/stop-signal'
import { untilAborted } from '../../abort/until-aborted'
import { messageOf } from '../../with-typed-errors'
import { fileTooLarge } from '../file-too-large'
import type { FetchInit, FetchResponse } from '../load-model-options'
import { isPlaceholder, nameForeignFile } from '../name-foreign-file'
import { downloadError } from './download-error'
import type { Downloaded, DownloadOptions, DownloadRequest } from './download-request'
import type { Network } from './network'
import { readBody } from './read-body'

/** A failure that another attempt may mend. */
export class Passing extends Error {
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number

  constructor(message: string, cause?: unknown, retryAfter = 0) {
    super(message, { cause })
    this.retryAfter = retryAfter
  }

  /** `fetch` says "fetch failed", and the reason is in its cause. */
  static of(error: unknown): Passing {
    if (error instanceof Passing) return error
    const cause = (error as { cause?: { message?: unknown } } | null)?.cause
    return new Passing(
      typeof cause?.message === 'string' && cause.message !== '' ? cause.message : messageOf(error),
      error,
    )
  }
}

const absent = [401, 403, 404, 410]
const passing = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status)

/** Waiting longer than this is left to the caller. */
const longestWait = 30

/** Rejects with Passing, or whatever `fetch` rejects with, where another attempt may help. The connection is closed. */
export async function attemptDownload(
  network: Network,
  request: DownloadRequest,
  options: DownloadOptions,
): Promise<Downloaded> {
  const controller = network.makeAbort()
  const abort = (): void => controller.abort()
  options.signal?.addEventListener('abort', abort)
  const wait = <Value>(work: Promise<Value>): Promise<Value> =>
    untilAborted(untilStalled(network, work, options.timeout), options.signal)
  try {
    const send = typeof options.fetch === 'function' ? options.fetch : network.fetch
    // Called inside a promise: a function of the caller's may throw.
    const response = await wait(
      Promise.resolve().then(() => send(request.address, makeInit(request, options, controller.signal))),
    )
    return await readResponse(response, request, options, wait)
  } finally {
    options.signal?.removeEventListener('abort', abort)
    abort()
  }
}

function makeInit({ etag }: DownloadRequest, { fetch }: DownloadOptions, signal: FetchInit['signal']): FetchInit {
  const settings = typeof fetch === 'object' ? fetch : {}
  return {
    headers: { ...settings.headers, ...(etag !== null && { 'if-none-match': etag }) },
    ...(settings.credentials && { credentials: settings.credentials }),
    signal,
  }
}

async function readResponse(
  response: FetchResponse,
  request: DownloadRequest,
  options: DownloadOptions,
  wait: <Value>(work: Promise<Value>) => Promise<Value>,
): Promise<Downloaded> {
  const { status, headers } = response
  const answer = `the server answered with status ${status}`
  if (status === 304 && request.etag !== null) return { kind: 'unchanged' }
  if (absent.includes(status)) return { kind: 'absent', reason: answer }
  if (passing(status)) throw new Passing(answer, undefined, readRetryAfter(headers.get('retry-after')))
  if (status !== 200) throw downloadError(request.name, answer)
  // The length of a compressed body is not that of the file.
  const coding = headers.get('content-encoding') ?? 'identity'
  const announced = coding === 'identity' ? Number(headers.get('content-length') ?? NaN) : NaN
  const total = Number.isSafeInteger(announced) && announced > 0 ? announced : null
  if (total !== null && total > request.maxBytes) throw fileTooLarge(request.name, total, request.maxBytes)
  const bytes = await readBody(response, { ...request, total, onProgress: options.onProgress }, wait)
  if (total !== null && bytes.length < total)
    throw new Passing(`it was cut short: ${bytes.length} of ${total} bytes came`)
  const foreign = nameForeignFile(bytes)
  if (isPlaceholder(foreign)) return { kind: 'absent', reason: `the server answered with ${foreign}` }
  return { kind: 'file', bytes, etag: headers.get('etag') }
}

function readRetryAfter(seconds: string | null): number {
  const wait = Number(seconds ?? 0)
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, longestWait) * 1000 : 0
}

/** Rejects with Passing where nothing came for that long. */
async function untilStalled<Value>(network: Network, work: Promise<Value>, timeout: number): Promise<Value> {
  const over = new StopSignal()
  const stalled = network.delay(timeout, over).then((): never => {
    throw new Passing(`nothing came for ${timeout} ms; raise \`timeout\` if that is expected`)
  })
  try {
    return await Promise.race([work, stalled])
  } finally {
    over.abort()
  }
}
