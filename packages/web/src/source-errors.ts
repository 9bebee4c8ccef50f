// What went wrong with a picture and its name in; the typed error that says so and what to do out.
import { ClassifierError, describeSource, messageOf, tooManyBytes } from '@stylelens/core'
import type { BlobLike, EncodedSource } from '@stylelens/core'
import { FetchProblem } from './fetch-bytes'

export const causedBy = (cause: unknown) => (cause === undefined ? {} : { cause })

/** The value is no picture at all. */
export const wrongType = (name: string, reason: string) =>
  new ClassifierError(
    'input-type',
    `Cannot read ${name}: ${reason}. Pass an address, a Blob, a Response, a stream, bytes, pixels, ` +
      'an image, a canvas or a video.',
  )

export const downloadError = (name: string, reason: string, cause?: unknown) =>
  new ClassifierError(
    'image-download',
    `Cannot download ${name}: ${reason}. Check the address, or pass the bytes.`,
    causedBy(cause),
  )

/** Of a network failure a page is never told why: that may be CORS, the network, or its own CSP. */
export function fetchError(source: EncodedSource, cause: unknown, timeout: number): ClassifierError {
  const name = describeSource(source)
  if (cause instanceof FetchProblem) {
    const late = `it took longer than ${timeout} ms; raise \`timeout\` if that is expected`
    return downloadError(name, cause.response ? cause.message : late)
  }
  if (!(cause instanceof TypeError)) return downloadError(name, messageOf(cause), cause)
  const hint = 'from another site it must come with the header Access-Control-Allow-Origin'
  return downloadError(name, `${cause.message}; ${hint}, and connect-src of the page's CSP must allow it`, cause)
}

export const tooLarge = (source: EncodedSource, bytes: number | string, maxBytes: number) =>
  tooManyBytes(describeSource(source), bytes, maxBytes)

export const unreadable = (name: string, reason: string, cause?: unknown) =>
  new ClassifierError('image-unreadable', `Cannot read ${name}: ${reason}`, causedBy(cause))

export const blobError = (blob: BlobLike, cause: unknown) =>
  unreadable(describeSource(blob), `${messageOf(cause).replace(/\.$/, '')}. Choose the file again.`, cause)

export const corrupt = (name: string, format: string, cause: unknown) =>
  new ClassifierError(
    'image-corrupt',
    `Cannot decode ${name}: its ${format} data is damaged or cut short (${messageOf(cause).replace(/[.\s]*$/, '')}). ` +
      'Save the picture again.',
    { cause },
  )

export const empty = (name: string, reason: string) =>
  new ClassifierError('image-empty', `Cannot read ${name}: ${reason}`)

/** `maxPixels` is told from the header, before anything is decoded. */
export function checkPixels(width: number, height: number, name: string, maxPixels: number): void {
  if (width * height <= maxPixels) return
  throw new ClassifierError(
    'image-too-large',
    `Cannot decode ${name}: it has ${width} x ${height} = ${width * height} pixels, and ${maxPixels} are allowed. ` +
      'Make it smaller, or raise `maxPixels`.',
  )
}
