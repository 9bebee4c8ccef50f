// What a stream is to be told, from the test that drives this page, in; how a real <video> was followed out.
import { createClassifier } from '@stylelens/web'
import type { Classifier } from '@stylelens/web'
import { watchFrames } from '../watch-frames'

export interface FollowOrder {
  readonly worker: boolean
  /** As for classifyStream; undefined: the default of a video. */
  readonly dropFrames?: boolean
  /** Milliseconds between an answer and the next step: a slow reader. */
  readonly pause: number
  /** Answers after which the signal is aborted, or the loop is left. */
  readonly abortAfter?: number
  readonly leaveAfter?: number
}

export interface Followed {
  readonly indices: readonly number[]
  readonly labels: readonly string[]
  /** The code of the error that ended it. */
  readonly ended: string
  readonly isPlaying: boolean
  /** Frames that the library copied, left open at the end, and open at once at most. */
  readonly frames: { readonly made: number; readonly open: number; readonly mostOpen: number }
}

export interface VideoPage {
  record(pictures: readonly string[]): Promise<void>
  follow(order: FollowOrder): Promise<Followed>
  classifyFrames(worker: boolean): Promise<{ readonly labels: readonly string[]; readonly open: number }>
}

const sleep = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds) })
const frames = watchFrames()
const side = 112
let address = ''

async function openBitmap(path: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(path)).blob())
}

/** Each picture for a second, in a format that every Chromium can write and read. */
async function record(pictures: readonly string[]): Promise<void> {
  const bitmaps = await Promise.all(pictures.map(openBitmap))
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm;codecs=vp8' })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve))
  context.drawImage(bitmaps[0], 0, 0, side, side)
  recorder.start()
  for (const bitmap of bitmaps) {
    for (const end = performance.now() + 1000; performance.now() < end; await sleep(33)) {
      context.drawImage(bitmap, 0, 0, side, side)
    }
  }
  recorder.stop()
  await stopped
  address = URL.createObjectURL(new Blob(parts, { type: 'video/webm' }))
}

async function read(classifier: Classifier, video: HTMLVideoElement, order: FollowOrder) {
  const { dropFrames, pause, abortAfter, leaveAfter } = order
  const indices: number[] = []
  const labels: string[] = []
  const abort = new AbortController()
  try {
    for await (const { index, predictions, error } of classifier.classifyStream(video, { dropFrames, signal: abort.signal })) {
      indices.push(index)
      labels.push(predictions?.[0].label ?? error?.code ?? 'none')
      if (indices.length === abortAfter) abort.abort()
      if (indices.length === leaveAfter) break
      await sleep(pause)
    }
    return { indices, labels, ended: '' }
  } catch (error) {
    return { indices, labels, ended: (error as { code: string }).code }
  }
}

async function follow(order: FollowOrder): Promise<Followed> {
  const classifier = await createClassifier({ worker: order.worker, warmup: true })
  const video = Object.assign(document.createElement('video'), { src: address, muted: true })
  frames.reset()
  const reading = read(classifier, video, order)
  await video.play()
  const result = await reading
  const isPlaying = !video.paused && !video.ended
  await classifier.dispose()
  return { ...result, isPlaying, frames: frames.count() }
}

/** Frames of the caller's own, as a list and one after another. */
async function classifyFrames(worker: boolean) {
  const classifier = await createClassifier({ worker })
  const bitmaps = await Promise.all(['coat', 'bag'].map((name) => openBitmap(`/golden/pictures/sample-${name}.png`)))
  const own = bitmaps.map((bitmap, timestamp) => new VideoFrame(bitmap, { timestamp }))
  const labels = (await classifier.classify(own)).map(([{ label }]) => label)
  for await (const { predictions } of classifier.classifyStream(own)) labels.push(predictions?.[0].label ?? '')
  await classifier.dispose()
  const open = own.filter(({ codedWidth }) => codedWidth > 0).length
  for (const frame of own) frame.close()
  return { labels, open }
}

const page: VideoPage = { record, follow, classifyFrames }
Object.assign(globalThis, { videoPage: page })
