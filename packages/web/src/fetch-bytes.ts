// An address in; the bytes there out, by one attempt, within a size and a time.
import type { AbortSignalLike } from '@stylelens/core'

export interface FetchLimits {
  readonly signal?: AbortSignalLike | undefined
  /** Milliseconds for the whole; with `renews` for each part of it. */
  readonly timeout: number
  readonly renews?: boolean
  readonly maxBytes: number
  tell?(loaded: number, announced: number | null): void
  /** Rejects with the error for so many bytes; not called where any number is allowed. */
  refuse?(bytes: number | string): Promise<never>
}

/** Another status than 200; without a response: the time was up. */
export class FetchProblem extends Error {
  readonly response: Response | undefined

  constructor(response?: Response) {
    // an opaque answer (mode 'no-cors') has status 0 and hides its body
    super(response ? `the server answered with status ${response.status}` : 'it took too long')
    this.response = response
  }
}

/** The longest delay of a timer: a greater one would fire at once. */
export const longestTimeout = 2 ** 31 - 1

/** The length of a compressed body is not that of the file. */
function announcedBytes({ headers }: Response): number | null {
  return headers.get('content-encoding') === null ? Number(headers.get('content-length')) || null : null
}

/** @param heard is told how many bytes have come; where it rejects, no more is read */
async function readBody({ body }: Response, heard: (loaded: number) => Promise<void>): Promise<Uint8Array> {
  const reader = body?.getReader()
  const parts: Uint8Array[] = []
  let loaded = 0
  await heard(loaded)
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value)
    loaded += part.value.length
    await heard(loaded)
  }
  const all = new Uint8Array(loaded)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Rejects as `fetch` and `refuse` do, or with a FetchProblem. The connection is closed in every case. */
export async function fetchBytes(address: string, limits: FetchLimits): Promise<Uint8Array> {
  const { signal, timeout, renews, maxBytes, tell, refuse } = limits
  const controller = new AbortController()
  const abort = () => controller.abort()
  const startTimer = () => setTimeout(() => controller.abort(new FetchProblem()), Math.min(timeout, longestTimeout))
  let timer = startTimer()
  signal?.addEventListener('abort', abort)
  try {
    const response = await fetch(address, { signal: controller.signal })
    if (response.status !== 200) throw new FetchProblem(response)
    const total = announcedBytes(response)
    if (total !== null && total > maxBytes) await refuse?.(total)
    return await readBody(response, async (loaded) => {
      if (renews) {
        clearTimeout(timer)
        timer = startTimer()
      }
      tell?.(loaded, total)
      if (loaded > maxBytes) await refuse?.(`more than ${maxBytes}`)
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    abort()
  }
}
