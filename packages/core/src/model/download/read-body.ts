// A response in; the bytes of its body out, counted as they come, within a size.

interface StreamedBody {
  readonly body?: { getReader(): { read(): Promise<{ done: boolean; value?: unknown }> } } | null
  arrayBuffer(): Promise<ArrayBuffer>
}

export interface BodyLimits {
  readonly maxBytes: number
  /** Bytes that the server announced; null where it did not. */
  readonly total: number | null
  /** Hears how many have come. */
  tell(loaded: number): void
  /** Rejects with the error for so many. */
  refuse(bytes: number | string): Promise<never>
  /** Every step is taken through it. */
  wait<Value>(work: Promise<Value>): Promise<Value>
}

/** Errors: those of `refuse` and `wait`. */
export async function readBody(response: StreamedBody, limits: BodyLimits): Promise<Uint8Array> {
  const { maxBytes, total, tell, refuse, wait } = limits
  if (total !== null && total > maxBytes) await refuse(total)
  tell(0)
  if (!response.body) return readWhole(response, limits)
  const reader = response.body.getReader()
  let bytes = new Uint8Array(total ?? 0)
  let loaded = 0
  for (let part = await wait(reader.read()); !part.done; part = await wait(reader.read())) {
    const chunk = asBytes(part.value)
    if (loaded + chunk.length > maxBytes) await refuse(`more than ${maxBytes}`)
    if (loaded + chunk.length > bytes.length) bytes = grow(bytes, loaded + chunk.length, maxBytes)
    bytes.set(chunk, loaded)
    loaded += chunk.length
    tell(loaded)
  }
  return loaded === bytes.length ? bytes : bytes.slice(0, loaded)
}

async function readWhole(response: StreamedBody, limits: BodyLimits): Promise<Uint8Array> {
  const { maxBytes, tell, refuse, wait } = limits
  const bytes = new Uint8Array(await wait(response.arrayBuffer()))
  if (bytes.length > maxBytes) await refuse(bytes.length)
  tell(bytes.length)
  return bytes
}

function asBytes(chunk: unknown): Uint8Array {
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  throw new TypeError(`its body gave a chunk of type ${typeof chunk} instead of bytes`)
}

function grow(bytes: Uint8Array, atLeast: number, atMost: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(atLeast, Math.min(bytes.length * 2, atMost)))
  larger.set(bytes)
  return larger
}
