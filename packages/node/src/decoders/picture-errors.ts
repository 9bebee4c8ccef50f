// What is wrong with a picture in; the typed error that says so out: the same words whichever decoder finds it.
import { ClassifierError } from '@stylelens/core'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** `cause` is what the decoder said. */
export function corruptPicture(name: string, format: string, cause: unknown): ClassifierError {
  const reason = ((cause as Error).message ?? String(cause)).split('\n')[0]?.replace(/[:.\s]*$/, '')
  return new ClassifierError(
    'image-corrupt',
    `Cannot decode ${name}: its ${format} data is damaged or cut short (${reason}). Save the picture again.`,
    { cause },
  )
}

/** Throws 'image-too-large'. */
export function checkPixels({ width, height }: PictureSize, name: string, maxPixels: number): void {
  if (width * height <= maxPixels) return
  throw new ClassifierError(
    'image-too-large',
    `Cannot decode ${name}: it has ${width} x ${height} = ${width * height} pixels, and ${maxPixels} are allowed. ` +
      'Make it smaller, or raise `maxPixels`.',
  )
}
