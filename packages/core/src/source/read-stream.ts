// A web or Node stream in, its bytes out; it is cancelled when it grows too large, fails or the signal is aborted.
import { untilAborted } from '../abort/until-aborted'
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { AbortSignalLike } from '../runtime'
import { messageOf } from '../with-typed-errors'
import type { ReadableStreamLike } from './encoded-source'

export interface ReadLimits {
  readonly maxBytes: number
  readonly signal?: AbortSignalLike
}

/** One way to pull chunks and to let go, whatever the stream is. */
interface ChunkReader {
  next(): Promise<{ done?: boolean; value?: unknown }>
  cancel(): unknown
}

export function tooManyBytes(name: string, bytes: number | string, maxBytes: number): ClassifierError {
  return new ClassifierError(
    'image-too-large',
    `Cannot read ${name}: it has ${bytes} bytes, and ${maxBytes} are allowed. Make it smaller, or raise \`maxBytes\`.`,
  )
}

/** All bytes of the stream. Throws 'image-too-large', 'aborted', 'input-type' or 'image-unreadable' with its cause. */
export async function readStream(
  stream: ReadableStreamLike | AsyncIterable<unknown>,
  name: string,
  limits: ReadLimits,
): Promise<Uint8Array> {
  let reader: ChunkReader | undefined
  try {
    reader = chunkReader(stream)
    return await collect(reader, name, limits)
  } catch (error) {
    // how the stream takes its cancelling is its own affair: the first failure is the one to report
    Promise.resolve(reader)
      .then((open) => open?.cancel())
      .catch(() => undefined)
    if (isClassifierError(error)) throw error
    throw new ClassifierError('image-unreadable', `Cannot read ${name}: ${messageOf(error)}.`, { cause: error })
  }
}

function chunkReader(stream: ReadableStreamLike | AsyncIterable<unknown>): ChunkReader {
  if ('getReader' in stream) {
    const reader = stream.getReader()
    return { next: () => reader.read(), cancel: () => reader.cancel() }
  }
  const iterator = stream[Symbol.asyncIterator]()
  // return() waits for a pending next(), so a Node stream that stalls is let go only by destroy()
  const destroy = (stream as { destroy?: unknown }).destroy
  const cancel = () => (typeof destroy === 'function' ? destroy.call(stream) : iterator.return?.())
  return { next: () => iterator.next(), cancel }
}

async function collect(reader: ChunkReader, name: string, { maxBytes, signal }: ReadLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const { done, value } = await untilAborted(reader.next(), signal)
    if (done) return join(chunks, total)
    const chunk = asBytes(value, name)
    total += chunk.length
    if (total > maxBytes) throw tooManyBytes(name, `more than ${maxBytes}`, maxBytes)
    chunks.push(chunk)
  }
}

function join(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const all = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function asBytes(chunk: unknown, name: string): Uint8Array {
  if (typeof chunk === 'string') return encodeUtf8(chunk)
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk)
  throw new ClassifierError(
    'input-type',
    `Cannot read ${name}: it gave a chunk of type ${typeof chunk}. Pass a stream of bytes.`,
  )
}

/** encodeURIComponent is the one encoder of UTF-8 that the language itself has. */
function encodeUtf8(text: string): Uint8Array {
  const characters = encodeURIComponent(text).replace(/%(..)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return Uint8Array.from(characters, (character) => character.charCodeAt(0))
}
