// An http(s) address or a Response in, the bytes of its body out, within a size, a time and a signal.
import { ClassifierError, isClassifierError, readStream, tooManyBytes } from '@stylelens/core'
import type { DecodeOptions, ReadLimits, ResponseLike } from '@stylelens/core'
import { checkAborted } from './check-aborted'

/** The longest delay of a timer: a greater one would fire at once. */
const longestTimeout = 2 ** 31 - 1

const downloadError = (name: string, reason: string, cause?: unknown) =>
  new ClassifierError(
    'image-download',
    `Cannot download ${name}: ${reason}. Check the address, or pass the bytes.`,
    cause === undefined ? {} : { cause },
  )

/** The body of a response. Throws 'image-download' unless the status is 200, 'image-too-large', 'image-unreadable'. */
export async function readResponse(response: ResponseLike, name: string, limits: ReadLimits): Promise<Uint8Array> {
  if (response.status !== 200) throw downloadError(name, `the server answered with status ${response.status}`)
  if (response.bodyUsed)
    throw new ClassifierError('image-unreadable', `Cannot read ${name}: its body was already read. Pass a clone.`)
  // no header and an empty one both give 0, which never is too large
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > limits.maxBytes) throw tooManyBytes(name, announced, limits.maxBytes)
  return response.body === null ? new Uint8Array() : readStream(response.body, name, limits)
}

function explain(error: unknown, name: string, timedOut: boolean, { signal, timeout }: DecodeOptions): unknown {
  checkAborted(signal)
  if (timedOut)
    return downloadError(name, `it took longer than ${timeout} ms; raise \`timeout\` if that is expected`, error)
  if (isClassifierError(error) && error.code !== 'image-unreadable') return error
  // fetch says "fetch failed", and the reason is in its cause
  const { cause, message } = error as { cause?: { message?: string }; message?: string }
  return downloadError(name, cause?.message || message || String(error), error)
}

/** fetch refuses such addresses too, and quotes them with the password. */
function checkAddress(address: string, name: string): void {
  if (!URL.canParse(address)) throw downloadError(name, 'it is not a valid address')
  const { username, password } = new URL(address)
  if (username || password) throw downloadError(name, 'its address holds a user or a password, which is not supported')
}

/** Throws 'image-download', 'image-too-large' or 'aborted'; the connection is closed in every case. */
export async function downloadImage(address: string, name: string, options: DecodeOptions): Promise<Uint8Array> {
  checkAborted(options.signal)
  checkAddress(address, name)
  const controller = new AbortController()
  let timedOut = false
  const expire = () => {
    timedOut = true
    controller.abort()
  }
  const abort = () => controller.abort()
  const timer = options.timeout === Infinity ? undefined : setTimeout(expire, Math.min(options.timeout, longestTimeout))
  options.signal?.addEventListener('abort', abort)
  try {
    return await readResponse(await fetch(address, { signal: controller.signal }), name, options)
  } catch (error) {
    throw explain(error, name, timedOut, options)
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', abort)
    controller.abort()
  }
}
