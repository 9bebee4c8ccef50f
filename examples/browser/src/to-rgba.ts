// Pixels with 1 to 4 channels in; the same picture as RGBA, for a canvas, out.
import type { PixelImage } from '@stylelens/web'

/** Where red, green, blue and alpha stand; 255 for an alpha that is not there. */
const channelsOf: Readonly<Record<PixelImage['channels'], readonly (number | undefined)[]>> = {
  1: [0, 0, 0, undefined],
  2: [0, 0, 0, 1],
  3: [0, 1, 2, undefined],
  4: [0, 1, 2, 3],
}

/** `width * height * 4` values. */
export function toRgba({ data, width, height, channels }: PixelImage): Uint8ClampedArray<ArrayBuffer> {
  const from = channelsOf[channels]
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let place = 0; place < rgba.length; place++) {
    const channel = from[place % 4]
    rgba[place] = channel === undefined ? 255 : data[Math.floor(place / 4) * channels + channel]
  }
  return rgba
}
