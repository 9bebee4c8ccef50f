// An http(s) or blob: address or a Response in, the bytes of its body out, within a size, a time and a signal.
import { isClassifierError, readStream, throwIfAborted, tooManyBytes } from '@stylelens/core'
import type { DecodeOptions, ReadLimits, ResponseLike } from '@stylelens/core'
import { downloadError, messageOf, unreadable } from './source-errors'

/** The longest delay of a timer: a greater one would fire at once. */
const longestTimeout = 2 ** 31 - 1

/** The body of a response. Throws 'image-download' unless the status is 200, 'image-too-large', 'image-unreadable'. */
export async function readResponse(response: ResponseLike, name: string, limits: ReadLimits): Promise<Uint8Array> {
  // an opaque answer (mode 'no-cors') has status 0 and hides its body
  if (response.status !== 200) throw downloadError(name, `the server answered with status ${response.status}`)
  if (response.bodyUsed) throw unreadable(name, 'its body was already read. Pass a clone.')
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > limits.maxBytes) throw tooManyBytes(name, announced, limits.maxBytes)
  return response.body === null ? new Uint8Array() : readStream(response.body, name, limits)
}

/** A page is never told why a request failed: that may be CORS, the network, or its own CSP. */
function explain(error: unknown, name: string, timedOut: boolean, { signal, timeout }: DecodeOptions): unknown {
  throwIfAborted(signal)
  if (timedOut) return downloadError(name, `it took longer than ${timeout} ms; raise \`timeout\` if that is expected`, error)
  if (isClassifierError(error) && error.code !== 'image-unreadable') return error
  const hint = 'from another site it must come with the header Access-Control-Allow-Origin'
  return downloadError(name, `${messageOf(error)}; ${hint}, and connect-src of the page's CSP must allow it`, error)
}

function checkAddress({ username, password }: URL, name: string): void {
  if (username || password) throw downloadError(name, 'its address holds a user or a password, which is not supported')
}

/** Throws 'image-download', 'image-too-large' or 'aborted'; the connection is closed in every case. */
export async function downloadImage(address: URL, name: string, options: DecodeOptions): Promise<Uint8Array> {
  throwIfAborted(options.signal)
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
    return await readResponse(await fetch(address.href, { signal: controller.signal }), name, options)
  } catch (error) {
    throw explain(error, name, timedOut, options)
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', abort)
    controller.abort()
  }
}
