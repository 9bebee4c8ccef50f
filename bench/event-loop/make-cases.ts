// Nothing in; the pictures of each case of the bench out: small and large pixels, and photos as JPEG.
import type { ImageSource } from '@stylelens/node'
import { drawPhoto } from '../draw-photo'
import { makeGarments } from '../garments'

export interface PictureCase {
  readonly what: string
  readonly batches: readonly number[]
  readonly pictures: readonly ImageSource[]
}

const most = 128

export async function makeCases(): Promise<PictureCase[]> {
  const { pictures } = makeGarments(most)
  const small = Array.from({ length: most }, (_, place) => ({
    data: pictures.slice(place * 784, (place + 1) * 784), width: 28, height: 28,
  }))
  const jpeg = await drawPhoto(1155, 866)
  const large = { data: new Uint8Array(4000 * 3000 * 3).fill(200), width: 4000, height: 3000 }
  return [
    { what: '28x28 pixels', batches: [1, 32, 128], pictures: small },
    { what: 'JPEG, 1 MP', batches: [1, 32, 128], pictures: Array.from({ length: most }, () => jpeg) },
    { what: 'RGB pixels, 12 MP', batches: [1], pictures: [large] },
  ]
}
