// An ndarray of shape [height, width] or [height, width, channels] in, the checked view of its pixels out.
import { describeValue } from '../describe-value'
import type { NdArrayLike } from '../image'
import { checkChannels, checkSide } from './check-size'
import type { PixelView } from './pixel-view'
import { pixelsError } from './pixels-error'

export function viewNdArray(source: NdArrayLike): PixelView {
  const { data, shape, stride, offset } = source
  const dtype = (source as { readonly dtype?: unknown }).dtype
  if ([offset, ...stride].some((step) => !Number.isSafeInteger(step))) {
    throw pixelsError('The offset and stride of an ndarray must be whole numbers, '
      + `and are ${offset} and [${stride.join(', ')}].`)
  }
  const view: PixelView = {
    data,
    height: checkSide('height', shape[0]),
    width: checkSide('width', shape[1]),
    channels: shape.length === 2 ? 1 : checkChannels(shape[2]),
    offset,
    rowStride: stride[0],
    columnStride: stride[1],
    channelStride: stride.length === 2 ? 1 : stride[2],
    dtype,
  }
  checkReach(view, shape)
  return view
}

/** The lowest and the highest position that the view reads must lie within `data`. */
function checkReach(view: PixelView, shape: readonly number[]): void {
  const { data, offset, rowStride, columnStride, channelStride } = view
  if (!Number.isSafeInteger(data.length)) {
    throw pixelsError(`The data of an ndarray must be an array, and is ${describeValue(data)}.`)
  }
  const ends = [rowStride * (view.height - 1), columnStride * (view.width - 1), channelStride * (view.channels - 1)]
  const first = ends.reduce((sum, end) => sum + Math.min(end, 0), offset)
  const last = ends.reduce((sum, end) => sum + Math.max(end, 0), offset)
  if (first >= 0 && last < data.length) return
  throw pixelsError(`An ndarray of shape [${shape.join(', ')}] reads positions ${first} to ${last} of data, `
    + `which has ${data.length} values.`)
}
