// A grey picture in, its negative out.
import type { GreyImage } from './opaque-image'

export function invert(grey: GreyImage): GreyImage {
  const { data, width, height } = grey
  const negative = new Uint8Array(data.length)
  for (let index = 0; index < data.length; index++) negative[index] = 255 - data[index]
  return { data: negative, width, height, channels: 1 }
}
