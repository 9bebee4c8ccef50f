// Numbers over places in; pictures of them out: what is for and against in colour, how strong it is in grey.
import type { PlainPicture } from './encode-png'

/** Shape of maps that lie one behind the other: [count, height, width]. */
export interface MapShape {
  readonly count: number
  readonly height: number
  readonly width: number
}

const orange = [232, 119, 68] as const
const blue = [58, 144, 178] as const

export const largestOf = (values: Float32Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE)

/** Above zero orange, below it blue, zero clear: to lie on a ground or a picture. The rows are `width` long. */
export function drawSigned(values: Float32Array, width: number, most: number): PlainPicture {
  const data = new Uint8Array(values.length * 4)
  values.forEach((value, place) => {
    const opacity = Math.min(255, Math.round((255 * Math.abs(value)) / most))
    data.set([...(value < 0 ? blue : orange), opacity], place * 4)
  })
  return { data, width, height: values.length / width, channels: 4 }
}

/** Maps in rows of `columns`, a clear pixel between them; the root of their strength, so that weak ones show. */
export function drawSheet(values: Float32Array, { count, height, width }: MapShape, columns: number): PlainPicture {
  const rows = Math.ceil(count / columns)
  const sheet = { width: columns * (width + 1) - 1, height: rows * (height + 1) - 1 }
  const data = new Uint8Array(sheet.width * sheet.height * 2)
  const most = largestOf(values.subarray(0, count * height * width))
  for (let index = 0; index < count * height * width; index++) {
    const map = Math.floor(index / (height * width))
    const [row, column] = [Math.floor(index / width) % height, index % width]
    const x = (map % columns) * (width + 1) + column
    const y = Math.floor(map / columns) * (height + 1) + row
    const level = Math.round(255 * Math.sqrt(Math.max(0, values[index]) / most))
    data.set([level, 255], (y * sheet.width + x) * 2)
  }
  return { data, ...sheet, channels: 2 }
}
