// One request for a file in; its bytes, or what came instead, out.
import { StopSignal } from '../../abort/stop-signal'
import { untilAborted } from '../../abort/until-aborted'
import { isClassifierError } from '../../classifier-error'
import { notify } from '../../notify'
import { messageOf } from '../../with-typed-errors'
import { fileTooLarge } from '../file-too-large'
import type { FetchInit, FetchResponse } from '../load-model-options'
import type { Downloaded, DownloadOptions, DownloadRequest } from './download-request'
import type { Network } from './network'
import { readBody } from './read-body'

/** Another attempt may help, after as many milliseconds. */
export interface PassingFailure {
  readonly kind: 'passing'
  readonly reason: string
  readonly cause?: unknown
  readonly after: number
}

const absent = [401, 403, 404, 410]
const isPassing = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status)

/** Seconds. Waiting longer than this is left to the caller. */
const longestWait = 30

/** Another attempt may help. */
export const passing = (reason: string, cause?: unknown, after = 0): PassingFailure =>
  ({ kind: 'passing', reason, cause, after })

/** Rejects with 'aborted', and with 'model-unsupported' for too large a file. The connection is closed. */
export async function attemptDownload(
  network: Network,
  request: DownloadRequest,
  options: DownloadOptions,
): Promise<Downloaded | PassingFailure> {
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
  } catch (error) {
    if (isClassifierError(error)) throw error
    return passing(reasonOf(error), error)
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
  { name, etag, maxBytes, phase, bytes: expected }: DownloadRequest,
  { onProgress }: DownloadOptions,
  wait: <Value>(work: Promise<Value>) => Promise<Value>,
): Promise<Downloaded | PassingFailure> {
  const { status, headers } = response
  if (status === 304 && etag !== null) return { kind: 'unchanged' }
  if (status !== 200) return judgeStatus(response)
  // The length of a compressed body is not that of the file.
  const coding = headers.get('content-encoding') ?? 'identity'
  const announced = coding === 'identity' ? Number(headers.get('content-length') ?? NaN) : NaN
  const total = Number.isSafeInteger(announced) && announced > 0 ? announced : null
  const tell = (loaded: number): void => {
    // A server that compresses without saying so announces too little.
    const known = [total, expected].find((length) => typeof length === 'number' && loaded <= length) ?? null
    if (phase) notify(onProgress, { phase, loaded, total: known })
  }
  const refuse = async (bytes: number | string): Promise<never> => {
    throw fileTooLarge(name, bytes, maxBytes)
  }
  const bytes = await readBody(response, { maxBytes, total, tell, refuse, wait })
  if (total !== null && bytes.length < total) return passing(`it was cut short: ${bytes.length} of ${total} bytes came`)
  return { kind: 'file', bytes, etag: headers.get('etag') }
}

/** Of any status but 200. */
export function judgeStatus(response: Pick<FetchResponse, 'status' | 'headers'>): Downloaded | PassingFailure {
  const { status, headers } = response
  const reason = `the server answered with status ${status}`
  if (absent.includes(status)) return { kind: 'absent', reason }
  if (isPassing(status)) return passing(reason, undefined, readRetryAfter(headers.get('retry-after')))
  return { kind: 'failed', reason }
}

function readRetryAfter(seconds: string | null): number {
  const wait = Number(seconds ?? 0)
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, longestWait) * 1000 : 0
}

/** `fetch` says "fetch failed", and the reason is in its cause. */
function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { message?: unknown } } | null)?.cause
  return typeof cause?.message === 'string' && cause.message !== '' ? cause.message : messageOf(error)
}

/** Rejects where nothing came for that long. */
async function untilStalled<Value>(network: Network, work: Promise<Value>, timeout: number): Promise<Value> {
  const over = new StopSignal()
  const stalled = network.delay(timeout, over).then((): never => {
    throw new Error(`nothing came for ${timeout} ms; raise \`timeout\` if that is expected`)
  })
  try {
    return await Promise.race([work, stalled])
  } finally {
    over.abort()
  }
}
