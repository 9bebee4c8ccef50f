// A video that a test plays by hand in; which frames are read of it, and when it stands still, out.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { videoFrames } from './video-frames'

/** As much of an HTMLVideoElement as frames are read with. */
class HandVideo extends EventTarget {
  readonly [Symbol.toStringTag] = 'HTMLVideoElement'
  readonly HAVE_FUTURE_DATA = 3
  readyState = 4
  paused = false
  ended = false
  plays = 0
  /** What play() rejects with. */
  refusal: Error | undefined
  #listener: ((now: number, frame: { presentedFrames: number }) => void) | undefined
  #handles = 0

  requestVideoFrameCallback(listener: (now: number, frame: { presentedFrames: number }) => void): number {
    this.#listener = listener
    return ++this.#handles
  }

  cancelVideoFrameCallback(handle: number): void {
    if (handle === this.#handles) this.#listener = undefined
  }

  get isAsked(): boolean {
    return this.#listener !== undefined
  }

  show(presentedFrames: number): void {
    this.#listener?.(0, { presentedFrames })
  }

  pause(): void {
    this.paused = true
  }

  async play(): Promise<void> {
    this.plays++
    if (this.refusal) throw this.refusal
    this.paused = false
  }
}

let video: HandVideo
let abort: AbortController
let open: number
beforeEach(() => {
  video = new HandVideo()
  abort = new AbortController()
  open = 0
  vi.stubGlobal('VideoFrame', class {
    constructor() { open++ }
    close() { open-- }
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function follow(dropFrames: boolean) {
  const frames = videoFrames(video as never, { dropFrames, signal: abort.signal })
  if (frames === undefined) throw new Error('It must be known as a video.')
  return frames[Symbol.asyncIterator]()
}

async function readOne(iterator: ReturnType<typeof follow>, shown: number) {
  const next = iterator.next()
  await vi.waitUntil(() => video.isAsked)
  video.show(shown)
  return (await next).value
}

it('is for videos only', () => {
  expect(videoFrames([] as never, { dropFrames: true, signal: abort.signal })).toBeUndefined()
})

it('numbers frames from the first that is seen, and closes each when it is released', async () => {
  const frames = follow(true)
  for (const [shown, index] of [[7, 0], [8, 1], [12, 5]]) {
    const frame = await readOne(frames, shown)
    expect(frame).toMatchObject({ index })
    expect(open).toBe(1)
    frame.release()
    expect(open).toBe(0)
  }
  expect(video.plays).toBe(0)
})

it('without dropping, lets the video stand still until the next frame is asked for', async () => {
  const frames = follow(false)
  await readOne(frames, 1)
  expect(video.paused).toBe(true)
  await readOne(frames, 2)
  expect(video).toMatchObject({ paused: true, plays: 1 })
})

it.each([
  ['that is paused already', { paused: true }],
  ['whose play() is not yet answered', { readyState: 2 }],
])('lets a video alone %s', async (_, state) => {
  Object.assign(video, state)
  const { paused } = video
  const frames = follow(false)
  await readOne(frames, 1)
  await readOne(frames, 2)
  expect(video).toMatchObject({ paused, plays: 0 })
})

it('does not begin anew what has ended meanwhile', async () => {
  const frames = follow(false)
  await readOne(frames, 1)
  video.ended = true
  expect(await frames.next()).toMatchObject({ done: true })
  expect(video.plays).toBe(0)
})

it('goes on where somebody else pauses the video', async () => {
  const frames = follow(false)
  await readOne(frames, 1)
  video.refusal = Object.assign(new Error('interrupted'), { name: 'AbortError' })
  expect(await readOne(frames, 2)).toMatchObject({ index: 1 })
})

it('fails where the video cannot be played on', async () => {
  const frames = follow(false)
  await readOne(frames, 1)
  video.refusal = new Error('no decoder')
  await expect(frames.next()).rejects.toThrow('no decoder')
})

it.each(['ended', 'emptied'])('ends with the event %s', async (type) => {
  const next = follow(true).next()
  await vi.waitUntil(() => video.isAsked)
  video.dispatchEvent(new Event(type))
  expect(await next).toMatchObject({ done: true })
  expect(video.isAsked).toBe(false)
})

it('ends with its signal, and asks for no further frame', async () => {
  const next = follow(true).next()
  await vi.waitUntil(() => video.isAsked)
  abort.abort()
  expect(await next).toMatchObject({ done: true })
  expect(video.isAsked).toBe(false)
})

it('copies a frame as a bitmap where there is no VideoFrame', async () => {
  vi.stubGlobal('VideoFrame', undefined)
  const close = vi.fn()
  vi.stubGlobal('createImageBitmap', async () => ({ close }))
  const frame = await readOne(follow(true), 1)
  frame.release()
  expect(close).toHaveBeenCalledOnce()
})
