// The bytes of a JPEG in; its stored pixels and its EXIF orientation out, by libjpeg-turbo as WebAssembly.
import type { DecodedImage } from '@stylelens/core'
import { withJpegTurbo } from './open-jpeg-turbo'
import type { JpegTurbo } from './open-jpeg-turbo'
import { hasEndMark, readJpegHeader } from './read-jpeg-header'
import type { JpegHeader } from './read-jpeg-header'

type Pixels = Pick<DecodedImage, 'data' | 'channels'>

/** Grey stays grey. Rejects with an Error where the data is cut short, or so damaged that it cannot be decoded. */
export async function decodeJpeg(bytes: Uint8Array): Promise<DecodedImage> {
  const header = readJpegHeader(bytes)
  const { orientation, width, height } = header
  const pixels = await withJpegTurbo((turbo) => decode(turbo, bytes, header))
  return { ...pixels, width, height, orientation }
}

function decode({ JPEGDecoder }: JpegTurbo, bytes: Uint8Array, header: JpegHeader): Pixels {
  const decoder = new JPEGDecoder()
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    if (!succeeds(() => decoder.readHeader())) throw new Error('libjpeg-turbo cannot read its header')
    const { width, height, componentCount } = decoder.getFrameInfo()
    // the limit on pixels was held against the one header, and the memory is taken for the other
    if (width !== header.width || height !== header.height) throw new Error('it has headers of different sizes')
    const isSound = succeeds(() => decoder.decode())
    // a copy: the memory is the decoder's
    const data = decoder.getDecodedBuffer().slice()
    if (!isSound && !(hasEndMark(bytes) && isComplete(data, height))) throw new Error('libjpeg-turbo found damage')
    return { data, channels: componentCount === 1 ? 1 : 3 }
  } finally {
    decoder.delete()
  }
}

/** The decoder throws numbers, which say nothing. */
function succeeds(step: () => void): boolean {
  try {
    step()
    return true
  } catch (error) {
    if (typeof error === 'number') return false
    throw error
  }
}

/**
 * The decoder tells a warning, after which it goes on (bytes that belong to nothing, as some cameras write them), and a
 * failure alike. After a failure the rows that were still to come are zeros, and so is the last one.
 */
function isComplete(data: Uint8Array, height: number): boolean {
  return data.subarray(data.length - data.length / height).some((value) => value !== 0)
}
