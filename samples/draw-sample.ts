// A class and a seed come in, the sample picture (PNG and RGB pixels) goes out.
import sharp from 'sharp'
import { GARMENT_TABLE } from './garment-table'
import type { GarmentEntry } from './garment-table'
import { createRandom } from './random'
import { SHARED_DEFINITIONS } from './shading'

export interface Sample {
  png: Buffer
  /** RGB, row by row: [height, width, 3], 0 to 255. */
  data: Uint8Array
  width: number
  height: number
  channels: 3
}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

// Pixels fainter than this belong to the soft edge, not to the garment.
const VISIBLE = 24

// Shop photos show nearly every shoe with its toe to the left; every fifth seed turns it.
const RIGHT_FACING_EVERY = 5

function findGarment(label: string | number): GarmentEntry {
  const entry =
    typeof label === 'number' ? GARMENT_TABLE[label] : GARMENT_TABLE.find((candidate) => candidate.label === label)
  if (entry !== undefined) return entry
  const labels = GARMENT_TABLE.map((candidate, index) => `${index} ${candidate.label}`).join(', ')
  const message = `Cannot draw "${label}": no such class. Pass a label or an index: ${labels}. [sample-class-unknown]`
  throw Object.assign(new RangeError(message), { code: 'sample-class-unknown' })
}

const svgOf = (box: Box, width: number, height: number, content: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" preserveAspectRatio="none" `
      + `viewBox="${box.left} ${box.top} ${box.width} ${box.height}">${SHARED_DEFINITIONS}${content}</svg>`,
  )

// Draws once at one pixel per unit on a transparent ground and measures what is visible.
async function measureGarment(content: string): Promise<Box> {
  const frame = { left: -320, top: -150, width: 640, height: 540 }
  const picture = sharp(svgOf(frame, frame.width, frame.height, content))
    .ensureAlpha()
    .extractChannel(3)
  const alpha = await picture.raw().toBuffer()
  let [left, top, right, bottom] = [frame.width, frame.height, 0, 0]
  for (let index = 0; index < alpha.length; index++) {
    if (alpha[index] <= VISIBLE) continue
    const x = index % frame.width
    const y = (index - x) / frame.width
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  return { left: left + frame.left, top: top + frame.top, width: right - left, height: bottom - top }
}

/** The picture of one garment: a tight crop on a near-white ground, longest side 120 to 400 pixels. */
export async function drawSample(label: string | number, seed: number): Promise<Sample> {
  const entry = findGarment(label)
  const random = createRandom(seed * GARMENT_TABLE.length + GARMENT_TABLE.indexOf(entry))
  const garment = entry.draw(random)
  const facing = entry.turnable && seed % RIGHT_FACING_EVERY === 0 ? -1 : 1
  const turn = random.uniform(-2.5, 2.5).toFixed(2)
  const content = `<g transform="scale(${facing} 1) rotate(${turn})">${garment.svg}</g>`
  const box = await measureGarment(content)
  const margin = random.uniform(0, 0.03) * Math.max(box.width, box.height)
  const view = {
    left: box.left - margin,
    top: box.top - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  }
  const scale = random.uniform(120, 400) / Math.max(view.width, view.height)
  const [width, height] = [Math.round(view.width * scale), Math.round(view.height * scale)]
  const ground = Math.round(random.uniform(250, 255))
  const picture = sharp(svgOf(view, width, height, content)).flatten({
    background: { r: ground, g: ground, b: ground },
  })
  const { data, info } = await picture.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const png = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .png()
    .toBuffer()
  return { png, data: new Uint8Array(data), width: info.width, height: info.height, channels: 3 }
}
