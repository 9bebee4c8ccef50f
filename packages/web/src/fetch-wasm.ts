// The address of a .wasm file in; its bytes out, checked and counted, by as many attempts as it is worth.
import { isClassifierError, notify } from '@stylelens/core'
import type { ClassifierError, ProgressListener } from '@stylelens/core'
import { readDataAddress } from './read-data-address'
import { describeStart, isWasm, wasmMissing } from './wasm-missing'

export interface WasmRequest {
  readonly address: string
  /** Bytes that the file should have, for progress only. */
  readonly bytes: number
  readonly onProgress?: ProgressListener | undefined
  /** Milliseconds that it may stand still; for ever where it is not given. */
  readonly timeout?: number | undefined
  /** Milliseconds between attempts; a test may shorten them. */
  readonly pauses?: readonly number[]
}

/** Three attempts in all. */
const usualPauses = [300, 1200]

/** The server may mean it otherwise the next time. */
const passing = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429

/** Throws 'wasm-missing'. */
export async function fetchWasm(request: WasmRequest): Promise<Uint8Array<ArrayBuffer>> {
  if (/^data:/i.test(request.address)) return readDataAddress(request.address)
  const { pauses = usualPauses } = request
  for (let attempt = 0; ; attempt++) {
    const outcome = await tryOnce(request)
    if (outcome instanceof Uint8Array) return outcome
    if (!outcome.again || attempt >= pauses.length) throw outcome.error
    await new Promise((resolve) => setTimeout(resolve, pauses[attempt]))
  }
}

interface Failure {
  readonly error: ClassifierError
  /** Another attempt may help. */
  readonly again: boolean
}

async function tryOnce(request: WasmRequest): Promise<Uint8Array<ArrayBuffer> | Failure> {
  const { address, timeout } = request
  const stall = new StallTimer(timeout)
  try {
    const response = await fetch(address, { credentials: 'same-origin', signal: stall.signal })
    if (response.status !== 200) {
      const error = wasmMissing(address, `the server answered with status ${response.status}`)
      return { error, again: passing(response.status) }
    }
    return checkBytes(await readBody(response, request, stall), address, response.headers.get('content-type'))
  } catch (error) {
    if (isClassifierError(error)) return { error, again: false }
    if (stall.signal.aborted) return { error: wasmMissing(address, `nothing came for ${timeout} ms`, error), again: true }
    const reason = `${(error as Error).message ?? String(error)}; connect-src of the page's CSP must allow it`
    return { error: wasmMissing(address, reason, error), again: true }
  } finally {
    stall.stop()
  }
}

/** Aborts a request that stands still: every caller of the page would wait for it. */
class StallTimer {
  readonly #controller = new AbortController()
  readonly #timeout: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(timeout: number | undefined) {
    this.#timeout = timeout
    this.restart()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  restart(): void {
    this.stop()
    if (this.#timeout !== undefined) this.#timer = setTimeout(() => this.#controller.abort(), this.#timeout)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

function checkBytes(bytes: Uint8Array<ArrayBuffer>, address: string, type: string | null): Uint8Array<ArrayBuffer> {
  if (isWasm(bytes)) return bytes
  throw wasmMissing(address, `${describeStart(bytes)} (${bytes.length} bytes of type ${type ?? 'unknown'})`)
}

async function readBody(
  response: Response,
  { bytes: total, onProgress }: WasmRequest,
  stall: StallTimer,
): Promise<Uint8Array<ArrayBuffer>> {
  const progress = (loaded: number) => notify(onProgress, { phase: 'runtime', loaded, total: Math.max(loaded, total) })
  progress(0)
  if (response.body === null) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  let all = new Uint8Array(total)
  let loaded = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { value } = part
    stall.restart()
    if (loaded + value.length > all.length) all = grow(all, loaded + value.length)
    all.set(value, loaded)
    loaded += value.length
    progress(loaded)
  }
  return loaded === all.length ? all : all.slice(0, loaded)
}

function grow(bytes: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(atLeast, bytes.length * 2))
  larger.set(bytes)
  return larger
}
