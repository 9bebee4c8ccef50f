// A camera in; an answer to the newest of its frames, again and again until it is stopped, out.
import type { ClassifyOptions, DetailedPrediction } from '@stylelens/web'
import { closeCamera, nextFrame, openCamera } from './camera'
import { photograph } from './photograph'
import { visibleRegion } from './visible-region'

type ClassifyFrame = (video: HTMLVideoElement, options: ClassifyOptions) => Promise<DetailedPrediction>
type AnswerListener = (answer: DetailedPrediction, now: number) => void

export class LiveCamera {
  readonly #video: HTMLVideoElement
  #running: AbortController | undefined

  constructor(video: HTMLVideoElement) {
    this.#video = video
  }

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  /** True once the camera shows its first picture, false where it was stopped before. */
  async open(): Promise<boolean> {
    this.stop()
    const running = new AbortController()
    this.#running = running
    try {
      await openCamera(this.#video, running.signal)
      return !running.signal.aborted
    } catch (error) {
      if (running.signal.aborted) return false
      this.stop()
      throw error
    }
  }

  /** Frames that come while one is classified are dropped. Resolves after stop(), rejects where a frame fails. */
  async classifyFrames(classify: ClassifyFrame, listener: AnswerListener): Promise<void> {
    const signal = this.#running?.signal
    if (signal === undefined) return
    const video = this.#video
    for (let now = await nextFrame(video, signal); now !== undefined; now = await nextFrame(video, signal)) {
      const asked = classify(video, { topK: null, region: this.#region(), signal })
      const answer = await asked.catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      if (answer !== undefined && !signal.aborted) listener(answer, now)
    }
  }

  photograph(): Promise<Blob> {
    return photograph(this.#video, this.#region())
  }

  stop(): void {
    this.#running?.abort()
    this.#running = undefined
    closeCamera(this.#video)
  }

  #region() {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = this.#video
    return visibleRegion({ width: videoWidth, height: videoHeight }, { width: clientWidth, height: clientHeight })
  }
}
