// A grey or RGB picture in, its luma as one channel out.
import type { GreyImage, OpaqueImage } from './opaque-image'

// ITU-R BT.601 (.299, .587, .114) in 1/65536, which they sum to: a grey RGB pixel keeps its value.
const red = 19595
const green = 38470
const blue = 7471
const half = 32768

/** Luma of the gamma-encoded values, rounded. A picture of one channel is given back as it is. */
export function toGrey(image: OpaqueImage): GreyImage {
  const { data, width, height } = image
  if (image.channels === 1) return { data, width, height, channels: 1 }
  const grey = new Uint8Array(width * height)
  for (let to = 0, from = 0; to < grey.length; to++, from += 3) {
    grey[to] = (data[from] * red + data[from + 1] * green + data[from + 2] * blue + half) >> 16
  }
  return { data: grey, width, height, channels: 1 }
}
