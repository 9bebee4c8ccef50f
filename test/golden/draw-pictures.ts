// Nothing in; every golden picture as the bytes of its file out, by name.
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { drawSample } from '../../samples/draw-sample'
import { GARMENT_TABLE } from '../../samples/garment-table'
import { addAlpha, makeColour, makeGrey, makeLarge, negate } from './make-pixels'
import { storeTurned } from './store-turned'
import type { GoldenPixels } from './store-turned'
import { tagOrientation } from './tag-orientation'

export type DrawnFile = readonly [name: string, bytes: Uint8Array]

const seed = 1
const longestSide = 120

function open({ data, width, height, channels }: GoldenPixels): Sharp {
  const picture = sharp(data, { raw: { width, height, channels: channels as 1 | 2 | 3 | 4 } })
  return channels < 3 ? picture.toColourspace('b-w') : picture
}

const png = (pixels: GoldenPixels): Promise<Buffer> => open(pixels).png({ compressionLevel: 9 }).toBuffer()

async function sampleOf(label: string): Promise<GoldenPixels> {
  const { data, width, height } = await drawSample(label, seed)
  const picture = sharp(data, { raw: { width, height, channels: 3 } })
  const smaller = picture.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
  const { data: pixels, info } = await smaller.raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(pixels), width: info.width, height: info.height, channels: 3 }
}

async function drawSamples(): Promise<DrawnFile[]> {
  const files: DrawnFile[] = []
  for (const { label, slug } of GARMENT_TABLE) files.push([`sample-${slug}.png`, await png(await sampleOf(label))])
  const { png: full } = await drawSample('Ankle boot', seed)
  return [...files, ['full-size.png', full], ['negative.png', await png(negate(await sampleOf('Dress')))]]
}

/** The same boot, stored in all eight ways; no symmetry hides a mistake. */
async function drawOrientations(): Promise<DrawnFile[]> {
  const seen = await sampleOf('Ankle boot')
  return Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(async (orientation): Promise<DrawnFile> => {
    const picture = open(storeTurned(seen, orientation)).jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    return [`orientation-${orientation}.jpg`, tagOrientation(await picture.toBuffer(), orientation)]
  }))
}

async function drawFormats(): Promise<DrawnFile[]> {
  const shirt = open(await sampleOf('Shirt'))
  const grey = open(makeGrey(50, 70))
  return [
    ['subsampled.jpg', await shirt.clone().jpeg({ quality: 80, chromaSubsampling: '4:2:0' }).toBuffer()],
    ['progressive.jpg', await shirt.clone().jpeg({ quality: 85, progressive: true }).toBuffer()],
    ['grey.jpg', await grey.jpeg({ quality: 90 }).toBuffer()],
    ['lossy.webp', await shirt.clone().webp({ quality: 85 }).toBuffer()],
    ['lossless.webp', await shirt.clone().webp({ lossless: true }).toBuffer()],
    ['lossless-alpha.webp', await open(addAlpha(makeColour(40, 56))).webp({ lossless: true, exact: true }).toBuffer()],
    ['picture.gif', await shirt.clone().gif().toBuffer()],
    ['picture.avif', await shirt.clone().avif({ quality: 80, chromaSubsampling: '4:4:4' }).toBuffer()],
  ]
}

async function drawKindsOfPng(): Promise<DrawnFile[]> {
  const colour = makeColour(45, 61)
  // `value * 257` is the 16-bit number that every way of rounding brings back to `value`.
  const deep = Uint16Array.from(colour.data, (value) => value * 257)
  const sixteen = sharp(deep, { raw: { width: 45, height: 61, channels: 3 } }).toColourspace('rgb16')
  return [
    ['grey.png', await png(makeGrey(50, 70))],
    ['grey-alpha.png', await png(addAlpha(makeGrey(50, 70)))],
    ['colour.png', await png(colour)],
    ['colour-alpha.png', await png(addAlpha(colour))],
    ['palette.png', await open(colour).png({ palette: true, colours: 64 }).toBuffer()],
    ['interlaced.png', await open(colour).png({ progressive: true }).toBuffer()],
    ['sixteen-bits.png', await sixteen.png().toBuffer()],
  ]
}

async function drawSizes(): Promise<DrawnFile[]> {
  const single = { data: Uint8Array.of(180, 90, 30), width: 1, height: 1, channels: 3 }
  return [
    ['size-1x1.png', await png(single)],
    ['size-3x200.png', await png(makeColour(3, 200))],
    ['size-200x3.png', await png(makeColour(200, 3))],
    ['size-27x28.png', await png(makeGrey(27, 28))],
    ['size-28x28.png', await png(makeGrey(28, 28))],
    ['size-29x28.png', await png(makeGrey(29, 28))],
    ['large.png', await png(makeLarge(4000, 3000))],
  ]
}

/** Files of bare pixels, named by their size and channels. */
function drawPixels(): DrawnFile[] {
  const all = [negate(makeGrey(28, 28)), makeGrey(33, 21), makeColour(40, 30), addAlpha(makeColour(30, 40))]
  return all.map(({ data, width, height, channels }) => [`raw-${width}x${height}x${channels}.pixels`, data])
}

export async function drawPictures(): Promise<DrawnFile[]> {
  const groups = [
    await drawSamples(),
    await drawOrientations(),
    await drawFormats(),
    await drawKindsOfPng(),
    await drawSizes(),
    drawPixels(),
  ]
  return groups.flat()
}
