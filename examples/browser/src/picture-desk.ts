// Pictures that a person brings in; each of them on the stage with its answer beside it out.
import type { Engine } from './engine'
import type { GivenPicture } from './picture-listener'
import type { Views } from './views'

export class PictureDesk {
  readonly #engine: Engine
  readonly #views: Views
  #current: GivenPicture | undefined
  /** Only the answer to the newest question is shown. */
  #newest = 0

  constructor(engine: Engine, views: Views) {
    this.#engine = engine
    this.#views = views
  }

  get hasPicture(): boolean {
    return this.#current !== undefined
  }

  async take(picture: GivenPicture): Promise<void> {
    this.#current = picture
    this.#views.stage.showPicture(picture.blob, picture.name)
    await this.askAgain()
    this.#views.result.reveal()
  }

  /** Another model or provider may see it otherwise. */
  async askAgain(): Promise<void> {
    const picture = this.#current
    if (picture === undefined) return
    const question = ++this.#newest
    const { result, problem, announcer } = this.#views
    problem.clear()
    result.wait()
    try {
      const answer = await this.#engine.classify(picture.blob, { topK: null })
      if (question !== this.#newest) return
      result.show(answer)
      announcer.picture(answer)
    } catch (error) {
      if (question !== this.#newest) return
      result.clear()
      problem.show(`${picture.name} could not be classified`, error)
    }
  }

  /** The camera takes the stage. */
  clear(): void {
    this.#newest++
    this.#current = undefined
  }
}
