// Nothing in; the page's VideoFrames counted from now on, those that are made, open, and open at once, out.

export interface FrameCount {
  readonly made: number
  readonly open: number
  readonly mostOpen: number
}

export interface WatchedFrames {
  count(): FrameCount
  reset(): void
}

/** In place of the browser's own class, which it calls. */
export function watchFrames(): WatchedFrames {
  let count = { made: 0, open: 0, mostOpen: 0 }
  const Original = globalThis.VideoFrame
  const open = new WeakSet<VideoFrame>()
  const close = Original.prototype.close
  Original.prototype.close = function (this: VideoFrame) {
    if (open.delete(this)) count.open--
    close.call(this)
  }
  globalThis.VideoFrame = new Proxy(Original, {
    construct(target, given: ConstructorParameters<typeof VideoFrame>) {
      const frame = new target(...given)
      open.add(frame)
      count.made++
      count.open++
      count.mostOpen = Math.max(count.mostOpen, count.open)
      return frame
    },
  })
  return { count: () => count, reset: () => { count = { made: 0, open: 0, mostOpen: 0 } } }
}
