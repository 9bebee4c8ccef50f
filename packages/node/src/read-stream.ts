// A web or Node stream in, its bytes out; it is cancelled when it grows too large, fails or the signal is aborted.
import { ClassifierError, isClassifierError } from '@stylelens/core'
import type { AbortSignalLike } from '@stylelens/core'
import type { ReadableStreamLike } from './image-source'
import { orAborted } from './check-aborted'

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

function asBytes(chunk: unknown, name: string): Uint8Array {
  if (typeof chunk === 'string') return Buffer.from(chunk)
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk)
  throw new ClassifierError(
    'input-type',
    `Cannot read ${name}: it gave a chunk of type ${typeof chunk}. Pass a stream of bytes.`,
  )
}

async function collect(reader: ChunkReader, name: string, { maxBytes, signal }: ReadLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const { done, value } = await orAborted(reader.next(), signal)
    if (done) return Buffer.concat(chunks, total)
    const chunk = asBytes(value, name)
    total += chunk.length
    if (total > maxBytes) throw tooManyBytes(name, `more than ${maxBytes}`, maxBytes)
    chunks.push(chunk)
  }
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
    throw new ClassifierError('image-unreadable', `Cannot read ${name}: ${(error as Error)?.message ?? error}.`, {
      cause: error,
    })
  }
}
