// Presses of the camera's buttons in; live answers, and pictures that are taken, out.
import { hasCamera } from './camera'
import type { Engine } from './engine'
import { findElement } from './find-element'
import { LiveCamera } from './live-camera'
import type { PictureListener } from './picture-listener'
import type { Views } from './views'

export interface CameraListeners {
  readonly onPicture: PictureListener
  /** The camera takes the stage. */
  readonly onStart: () => void
  /** The page has no camera: the phone's own program may have one. */
  readonly onAbsent: () => void
}

export class CameraDesk {
  readonly #engine: Engine
  readonly #views: Views
  readonly #listeners: CameraListeners
  readonly #camera: LiveCamera
  readonly #ways = findElement('ways', HTMLElement)
  readonly #start = findElement('camera-button', HTMLButtonElement)
  readonly #shutter = findElement('shutter-button', HTMLButtonElement)
  readonly #stop = findElement('stop-button', HTMLButtonElement)

  constructor(engine: Engine, views: Views, listeners: CameraListeners) {
    this.#engine = engine
    this.#views = views
    this.#listeners = listeners
    this.#camera = new LiveCamera(views.stage.video)
    this.#start.addEventListener('click', () => void this.#run())
    this.#shutter.addEventListener('click', () => void this.#takePicture())
    this.#stop.addEventListener('click', () => this.#end())
    // A page that nobody sees needs no camera.
    document.addEventListener('visibilitychange', () => document.hidden && this.#camera.isRunning && this.#end())
  }

  /** Another picture takes the stage. */
  yield(): void {
    if (!this.#camera.isRunning) return
    this.#camera.stop()
    this.#showButtons(false)
  }

  async #run(): Promise<void> {
    if (!hasCamera()) return this.#listeners.onAbsent()
    const { stage, result, problem, announcer } = this.#views
    problem.clear()
    try {
      if (!(await this.#camera.open())) return
      this.#listeners.onStart()
      stage.showCamera()
      this.#showButtons(true)
      this.#shutter.focus()
      announcer.say('The camera is on. Answers follow as they settle.')
      await this.#camera.classifyFrames(
        (video, options) => this.#engine.classifyNow(video, options),
        (answer, now) => {
          result.show(answer)
          announcer.frame(answer, now)
        },
      )
    } catch (error) {
      this.#end()
      problem.show('The camera cannot be used', error)
    }
  }

  async #takePicture(): Promise<void> {
    try {
      const blob = await this.#camera.photograph()
      this.#listeners.onPicture({ blob, name: 'Photograph' })
      this.#start.focus()
    } catch (error) {
      this.#views.problem.show('No picture could be taken', error)
    }
  }

  #end(): void {
    const { stage, announcer } = this.#views
    const wasShown = stage.shown === 'camera'
    this.yield()
    if (!wasShown) return
    stage.showNothing()
    this.#start.focus()
    announcer.say('The camera is off.')
  }

  #showButtons(isLive: boolean): void {
    this.#ways.hidden = isLive
    this.#shutter.hidden = !isLive
    this.#stop.hidden = !isLive
  }
}
