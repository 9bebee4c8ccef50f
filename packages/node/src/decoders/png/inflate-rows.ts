// A zlib stream in parts in; exactly as many of its bytes as the rows of the picture have, out.
import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'

/**
 * Inflates off this thread. Never holds more than `length` and one piece, whatever the stream would become; what it
 * has beyond that is left. Rejects with an Error where it is damaged or shorter.
 */
export async function inflateRows(parts: readonly Uint8Array[], length: number): Promise<Uint8Array> {
  const rows = new Uint8Array(length)
  const pieces = Readable.from(parts, { objectMode: false }).pipe(createInflate({ chunkSize: 256 * 1024 }))
  let filled = 0
  for await (const piece of pieces as AsyncIterable<Uint8Array>) {
    rows.set(piece.subarray(0, length - filled), filled)
    filled += Math.min(piece.length, length - filled)
    if (filled === length) return rows
  }
  throw new Error(`it has ${filled} bytes of pixels, and ${length} are needed`)
}
