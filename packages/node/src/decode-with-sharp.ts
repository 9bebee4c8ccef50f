// The bytes of a PNG, JPEG, WebP, GIF or AVIF file in, its stored pixels and its EXIF orientation out, by sharp.
import { ClassifierError, isClassifierError } from '@stylelens/core'
import type { DecodedImage } from '@stylelens/core'
import type { Metadata, Sharp } from 'sharp'

type OpenSharp = typeof import('sharp').default

export interface PixelLimits {
  readonly maxPixels: number
  /** Loads sharp; a test may hand in one that fails. */
  readonly importSharp?: () => Promise<{ default: OpenSharp }>
}

async function loadSharp(name: string, importSharp: () => Promise<{ default: OpenSharp }>): Promise<OpenSharp> {
  try {
    return (await importSharp()).default
  } catch (error) {
    throw new ClassifierError(
      'decoder-missing',
      `Cannot decode ${name}: sharp cannot be loaded. Run \`npm install sharp\`, or pass decoded pixels.`,
      { cause: error },
    )
  }
}

const corrupt = (name: string, format: string, cause: unknown) => {
  const reason = ((cause as Error).message ?? String(cause)).split('\n')[0]?.replace(/[:.\s]*$/, '')
  return new ClassifierError(
    'image-corrupt',
    `Cannot decode ${name}: its ${format} data is damaged or cut short (${reason}). Save the picture again.`,
    { cause },
  )
}

function checkPixels({ width, height }: Metadata, name: string, maxPixels: number): void {
  if (width * height <= maxPixels) return
  throw new ClassifierError(
    'image-too-large',
    `Cannot decode ${name}: it has ${width} x ${height} = ${width * height} pixels, and ${maxPixels} are allowed. ` +
      'Make it smaller, or raise `maxPixels`.',
  )
}

/** sharp spreads grey over three channels: [h, w, 3 or 4] back to [h, w, 1 or 2]. */
function collapseGrey(data: Uint8Array, channels: number): Uint8Array {
  const kept = channels === 4 ? 2 : 1
  const grey = new Uint8Array((data.length / channels) * kept)
  for (let from = 0, to = 0; to < grey.length; from += channels, to += kept) {
    grey[to] = data[from]
    if (kept === 2) grey[to + 1] = data[from + 3]
  }
  return grey
}

/** AVIF is stored turned and mirrored by its own boxes, which the decoder has applied: its EXIF says nothing more. */
function orientationOf({ orientation = 1 }: Metadata): number {
  return orientation >= 1 && orientation <= 8 ? orientation : 1
}

async function readPixels(picture: Sharp, metadata: Metadata): Promise<DecodedImage> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const isGrey = metadata.space === 'b-w' || metadata.space === 'grey16'
  const pixels = isGrey ? collapseGrey(data, info.channels) : new Uint8Array(data.buffer, data.byteOffset, data.length)
  const channels = (pixels.length / (width * height)) as DecodedImage['channels']
  return { data: pixels, width, height, channels, orientation: orientationOf(metadata) }
}

/**
 * Stored values, as they are in the file: no colour profile is applied and no EXIF orientation. A palette becomes
 * RGB(A), 16-bit values become `value >> 8`, CMYK becomes RGB; of an animation the first frame is taken.
 * Throws 'image-too-large' from the header alone, 'image-corrupt' for damaged data and 'decoder-missing' without sharp.
 */
export async function decodeWithSharp(
  bytes: Uint8Array,
  format: string,
  name: string,
  { maxPixels, importSharp = () => import('sharp') }: PixelLimits,
): Promise<DecodedImage> {
  const sharp = await loadSharp(name, importSharp)
  try {
    // the limit on pixels is ours: sharp's own would speak another language
    const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: false, ignoreIcc: true })
    const metadata = await picture.metadata()
    checkPixels(metadata, name, maxPixels)
    return await readPixels(picture, metadata)
  } catch (error) {
    if (isClassifierError(error)) throw error
    throw corrupt(name, format, error)
  }
}
