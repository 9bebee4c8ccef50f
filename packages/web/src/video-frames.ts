// A video in; its frames, one after another as they are shown, out: read by what is loaded with the first of them.
import { loadPart } from '@stylelens/core'
import type { FrameOptions, StreamFrame } from '@stylelens/core'
import type { VideoSource, WebSource } from './image-source'

type Frames = AsyncIterable<StreamFrame<WebSource>>

/** By its name, not by instanceof: a frame of the page has constructors of its own. */
const isVideo = (source: unknown): source is HTMLVideoElement =>
  Object.prototype.toString.call(source) === '[object HTMLVideoElement]'

async function* framesOf(video: HTMLVideoElement, options: FrameOptions): Frames {
  const { readFrames } = await loadPart(() => import('./other-pictures'))
  yield* readFrames(video, options)
}

export function videoFrames(source: VideoSource, options: FrameOptions): Frames | undefined {
  return isVideo(source) ? framesOf(source, options) : undefined
}
