// A picture that may have an alpha channel in, the same picture on white without one out.
import type { PixelImage } from '../image'
import type { OpaqueImage } from './opaque-image'

/** Alpha is not premultiplied. A picture without alpha is given back as it is. */
export function flattenAlpha(image: PixelImage): OpaqueImage {
  const { data, width, height } = image
  if (image.channels === 1 || image.channels === 3) return { data, width, height, channels: image.channels }
  const channels = image.channels === 2 ? 1 : 3
  const flat = new Uint8Array(width * height * channels)
  for (let to = 0, from = 0; to < flat.length; to += channels, from += image.channels) {
    const alpha = data[from + channels]
    flat[to] = onWhite(data[from], alpha)
    if (channels === 1) continue
    flat[to + 1] = onWhite(data[from + 1], alpha)
    flat[to + 2] = onWhite(data[from + 2], alpha)
  }
  return { data: flat, width, height, channels }
}

/** `value * alpha + 255 * (1 - alpha)` on the scale 0..255, rounded to the nearest integer (a half cannot occur). */
function onWhite(value: number, alpha: number): number {
  return alpha === 255 ? value : ((alpha * value + (255 - alpha) * 255 + 127) / 255) | 0
}
