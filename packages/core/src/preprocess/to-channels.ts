// A picture of any kind in; the same upright, on white, in the channels that the model takes, out.
import type { DecodedImage, PixelImage } from '../image'
import { flattenAlpha } from './flatten-alpha'
import type { OpaqueImage } from './opaque-image'
import { orient } from './orient'
import { toGrey } from './to-grey'

/** 1: the luma. 3: a picture without colours stays grey in one channel, as long as that is enough (see `inColour`). */
export function toChannels(image: DecodedImage | PixelImage, channels: 1 | 3): OpaqueImage {
  const flat = flattenAlpha(image)
  const opaque = channels === 1 ? toGrey(flat) : flat
  if (!('orientation' in image)) return opaque
  // Turning only moves pixels, so it may as well come after: fewer bytes, the same answer.
  return { ...orient({ ...opaque, orientation: image.orientation }), channels: opaque.channels }
}

/** Grey three times over. A picture of three channels is given back as it is. */
export function inColour(image: OpaqueImage): OpaqueImage {
  if (image.channels === 3) return image
  const { data, width, height } = image
  const colours = new Uint8Array(data.length * 3)
  for (let from = 0, to = 0; from < data.length; from++, to += 3) {
    colours[to] = colours[to + 1] = colours[to + 2] = data[from]
  }
  return { data: colours, width, height, channels: 3 }
}
