// 8-bit grey pictures and which of them are shown in; their addresses as images within the page out.
import sharp from 'sharp'
import { PICTURE_PIXELS, PICTURE_SIDE } from '../dataset/picture-size'

const raw = { width: PICTURE_SIDE, height: PICTURE_SIDE, channels: 1 } as const

/** `pictures`: [N * 784]. The result throws for a picture that is not among `rows`. */
export async function pictureAddresses(pictures: Uint8Array, rows: Iterable<number>): Promise<(row: number) => string> {
  const addresses = new Map<number, string>()
  for (const row of new Set(rows)) {
    const pixels = pictures.subarray(row * PICTURE_PIXELS, (row + 1) * PICTURE_PIXELS)
    const png = await sharp(pixels, { raw }).toColourspace('b-w').png({ compressionLevel: 9 }).toBuffer()
    addresses.set(row, `data:image/png;base64,${png.toString('base64')}`)
  }
  return (row) => {
    const address = addresses.get(row)
    if (address === undefined) throw new Error(`Picture ${row} was not drawn for this page.`)
    return address
  }
}
