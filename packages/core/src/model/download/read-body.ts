// A response in; the bytes of its body out, counted as they come, within a size.
import { notify } from '../../notify'
import type { ProgressListener } from '../../progress'
import { fileTooLarge } from '../file-too-large'
import type { FetchResponse } from '../load-model-options'
import { downloadError } from './download-error'

export interface BodyLimits {
  readonly name: string
  readonly maxBytes: number
  readonly isModel: boolean
  /** Bytes that the server announced; null where it did not. */
  readonly total: number | null
  readonly onProgress: ProgressListener | undefined
}

type Wait = <Value>(work: Promise<Value>) => Promise<Value>

/** Every step is taken through `wait`. Errors: 'model-unsupported' for too large a body, and those of `wait`. */
export async function readBody(response: FetchResponse, limits: BodyLimits, wait: Wait): Promise<Uint8Array> {
  const { name, maxBytes, total } = limits
  const tell = (loaded: number): void => {
    // A server that compresses without saying so announces too little.
    const known = total !== null && loaded <= total ? total : null
    if (limits.isModel) notify(limits.onProgress, { phase: 'model', loaded, total: known })
  }
  tell(0)
  if (!response.body) return readWhole(response, limits, wait, tell)
  const reader = response.body.getReader()
  let bytes = new Uint8Array(total ?? 0)
  let loaded = 0
  for (let part = await wait(reader.read()); !part.done; part = await wait(reader.read())) {
    const chunk = asBytes(part.value, name)
    if (loaded + chunk.length > maxBytes) throw fileTooLarge(name, `more than ${maxBytes}`, maxBytes)
    if (loaded + chunk.length > bytes.length) bytes = grow(bytes, loaded + chunk.length, maxBytes)
    bytes.set(chunk, loaded)
    loaded += chunk.length
    tell(loaded)
  }
  return loaded === bytes.length ? bytes : bytes.slice(0, loaded)
}

async function readWhole(
  response: FetchResponse,
  { name, maxBytes }: BodyLimits,
  wait: Wait,
  tell: (loaded: number) => void,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(await wait(response.arrayBuffer()))
  if (bytes.length > maxBytes) throw fileTooLarge(name, bytes.length, maxBytes)
  tell(bytes.length)
  return bytes
}

function asBytes(chunk: unknown, name: string): Uint8Array {
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  throw downloadError(name, `its body gave a chunk of type ${typeof chunk} instead of bytes`)
}

function grow(bytes: Uint8Array, atLeast: number, atMost: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(atLeast, Math.min(bytes.length * 2, atMost)))
  larger.set(bytes)
  return larger
}
