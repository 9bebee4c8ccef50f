// How pixels lie in an array: where the first value is, and how far to the next row, column and channel.
import type { PixelImage } from '../image'

export interface PixelView {
  readonly data: ArrayLike<number>
  readonly width: number
  readonly height: number
  readonly channels: PixelImage['channels']
  /** Position in `data` of row 0, column 0, channel 0. */
  readonly offset: number
  /** Steps in `data`, negative or zero too. */
  readonly rowStride: number
  readonly columnStride: number
  readonly channelStride: number
  /** The ndarray's own `dtype`, where there is one. */
  readonly dtype?: unknown
}

/** Row-major, interleaved, without gaps. A step along a side of one pixel is never taken, so it does not count. */
export function isContiguous(view: PixelView): boolean {
  return (view.channels === 1 || view.channelStride === 1)
    && (view.width === 1 || view.columnStride === view.channels)
    && (view.height === 1 || view.rowStride === view.width * view.channels)
}
