// Raw pixels in, the checked view of them out.
import { describeValue } from '../describe-value'
import type { RawPixels } from '../image'
import { checkChannels, checkSide } from './check-size'
import type { PixelView } from './pixel-view'
import { pixelsError } from './pixels-error'

export function viewRawPixels(source: RawPixels): PixelView {
  const { data } = source
  if (!ArrayBuffer.isView(data) || !('length' in data)) {
    throw pixelsError('The data of raw pixels must be a typed array, such as a Uint8Array, '
      + `and is ${describeValue(data)}.`)
  }
  const width = checkSide('width', source.width)
  const height = checkSide('height', source.height)
  const inferred = source.channels === undefined
  const channels = inferred ? inferChannels(data.length, width, height) : checkChannels(source.channels)
  const expected = width * height * channels
  if (data.length !== expected) {
    throw pixelsError(`${width} x ${height} pixels of ${channels} channels have ${expected} values, `
      + `and data has ${data.length}.`)
  }
  const rowStride = width * channels
  return { data, width, height, channels, offset: 0, rowStride, columnStride: channels, channelStride: 1 }
}

function inferChannels(length: number, width: number, height: number): PixelView['channels'] {
  const channels = length / (width * height)
  if (channels === 1 || channels === 2 || channels === 3 || channels === 4) return channels
  throw pixelsError(`data has ${length} values, which for ${width} x ${height} pixels is not 1, 2, 3 or 4 channels.`)
}
