// A video in; its frames, one after another as they are shown, out.
import type { FrameOptions, StreamFrame } from '@stylelens/core'
import type { WebSource } from './image-source'

/** A copy of the frame that is shown now. */
async function copyFrame(video: HTMLVideoElement): Promise<VideoFrame | ImageBitmap> {
  if (typeof VideoFrame === 'function') return new VideoFrame(video)
  return createImageBitmap(video)
}

/** The number of the next frame that is shown; undefined where the video or the reading has ended. */
function nextFrame(video: HTMLVideoElement, signal: FrameOptions['signal']) {
  return new Promise<number | undefined>((resolve) => {
    const end = () => settle(undefined)
    const handle = video.requestVideoFrameCallback((_, { presentedFrames }) => settle(presentedFrames))
    const settle = (frame: number | undefined) => {
      video.cancelVideoFrameCallback(handle)
      video.removeEventListener('ended', end)
      video.removeEventListener('emptied', end)
      signal.removeEventListener('abort', end)
      resolve(frame)
    }
    video.addEventListener('ended', end)
    video.addEventListener('emptied', end)
    signal.addEventListener('abort', end)
    if (signal.aborted || video.ended) end()
  })
}

/** Nothing where it has ended: it would begin anew. Whoever pauses it meanwhile may do so. */
async function playOn(video: HTMLVideoElement): Promise<void> {
  if (video.ended) return
  try {
    await video.play()
  } catch (error) {
    if ((error as { name?: unknown } | null)?.name !== 'AbortError') throw error
  }
}

// To pause it earlier would fail the play() of whoever has just started it.
const isPlaying = (video: HTMLVideoElement) => !video.paused && video.readyState >= video.HAVE_FUTURE_DATA

/**
 * Without dropping, the video stands still while a frame is with its reader; a camera goes on regardless.
 * The copies are closed as soon as they are answered or dropped; the video itself is never ended.
 */
export async function* readFrames(
  video: HTMLVideoElement,
  { dropFrames, signal }: FrameOptions,
): AsyncGenerator<StreamFrame<WebSource>> {
  let first: number | undefined
  let next = nextFrame(video, signal)
  for (;;) {
    const number = await next
    if (number === undefined) return
    first ??= number
    const picture = await copyFrame(video)
    const standsStill = !dropFrames && isPlaying(video)
    if (standsStill) video.pause()
    yield { picture, index: number - first, release: () => picture.close() }
    next = nextFrame(video, signal)
    if (standsStill && !signal.aborted) await playOn(video)
  }
}
