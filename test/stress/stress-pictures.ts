// A way to read encoded pictures in; pictures of many sizes and kinds, all of which can be answered, out.
import { colouredPixels, drawnPixels, withChannels } from '../contract/drawn-pixels'
import type { ContractPixels } from '../contract/fixtures'

export type StressPicture = ContractPixels | Uint8Array

const sizes = [[1, 1], [28, 28], [27, 40], [64, 48], [120, 30], [200, 200]] as const

const encoded = [
  'grey.png', 'colour.png', 'colour-alpha.png', 'palette.png', 'interlaced.png', 'size-3x200.png', 'sample-bag.png',
  'sample-coat.png', 'sample-dress.png', 'sample-sandal.png', 'grey.jpg', 'progressive.jpg', 'orientation-6.jpg',
]

export async function stressPictures(read: (name: string) => Promise<Uint8Array>): Promise<StressPicture[]> {
  const drawn = sizes.flatMap(([width, height], index) => [
    drawnPixels(width, height, index + 1),
    withChannels(drawnPixels(width, height, index + 3), 4),
    colouredPixels(width, height),
  ])
  return [...drawn, ...await Promise.all(encoded.map(read))]
}
