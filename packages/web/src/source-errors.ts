// What went wrong with a picture and its name in; the typed error that says so and what to do out.
import { ClassifierError } from '@stylelens/core'

export const causedBy = (cause: unknown) => (cause === undefined ? {} : { cause })

export function messageOf(error: unknown): string {
  return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
    ? String(error.message)
    : String(error)
}

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

export const unreadable = (name: string, reason: string, cause?: unknown) =>
  new ClassifierError('image-unreadable', `Cannot read ${name}: ${reason}`, causedBy(cause))

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
