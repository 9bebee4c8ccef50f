// The view of some pixels in, a call for each value out: row by row, column by column, channel by channel.
import type { PixelView } from './pixel-view'

/** @param visit Receives the position in `view.data` and the running number of the value in the picture. */
export function eachPosition(view: PixelView, visit: (position: number, index: number) => void): void {
  const { width, height, channels, offset, rowStride, columnStride, channelStride } = view
  let index = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const start = offset + row * rowStride + column * columnStride
      for (let channel = 0; channel < channels; channel++) visit(start + channel * channelStride, index++)
    }
  }
}
