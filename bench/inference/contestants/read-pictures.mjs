// The files of a row in; its pictures as every contestant gets them, encoded bytes or RGB pixels, out.
import { readFile } from 'node:fs/promises'

/** A file of pixels holds all pictures of the row, one after another. */
export async function readPictures({ file, width, height, batch }) {
  const bytes = new Uint8Array(await readFile(file))
  if (width === undefined) return Array.from({ length: batch }, () => ({ data: bytes }))
  const length = width * height * 3
  // Copies: a view of the file's whole memory is not what a caller has.
  return Array.from({ length: batch }, (_, place) => (
    { data: bytes.slice(place * length, (place + 1) * length), width, height }
  ))
}
