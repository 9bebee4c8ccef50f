// The name and the bytes of a golden picture in; what kind of file it is out: format, size, orientation, tolerance.
import sharp from 'sharp'
import type { ContractFormat } from '../contract/fixtures'
import type { ExpectedPicture } from '../contract/read-fixtures'

export type PictureFacts = Omit<ExpectedPicture, 'input' | 'tensor'>

const formats: Readonly<Record<string, ContractFormat>> = {
  png: 'png', jpg: 'jpeg', webp: 'webp', gif: 'gif', avif: 'avif', pixels: 'pixels',
}

/** Decoders of these may round differently from version to version. */
const lossyNames = /\.(jpg|avif)$|^lossy\.webp$/

export async function describePicture(name: string, bytes: Uint8Array): Promise<PictureFacts> {
  const format = formats[name.slice(name.lastIndexOf('.') + 1)]
  if (format === undefined) throw new Error(`The picture ${name} is of no known format. Name it by its format.`)
  const inputTolerance = lossyNames.test(name) ? 1 : 0
  if (format !== 'pixels') return { format, ...await readHeader(bytes), inputTolerance }
  const [width, height, channels] = (/(\d+)x(\d+)x(\d)\.pixels$/.exec(name) ?? []).slice(1).map(Number)
  return { format, width, height, channels, orientation: 1, inputTolerance }
}

type Header = Pick<PictureFacts, 'width' | 'height' | 'channels' | 'orientation'>

async function readHeader(bytes: Uint8Array): Promise<Header> {
  const { width, height, channels, orientation = 1 } = await sharp(bytes).metadata()
  return { width, height, channels, orientation }
}
