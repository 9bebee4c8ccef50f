// What a person chose in; a live classifier that follows it, without losing a picture that is being classified, out.
import type { Classifier, ClassifyOptions, DetailedPrediction, ImageSource } from '@stylelens/web'
import { createClassifier } from '@stylelens/web/webgpu'
import type { LoadingView } from './loading-view'
import type { Provider, Settings } from './settings'

/** WebAssembly runs everywhere: whatever was asked for, there is an answer, and the reason why it came from there. */
const providersFor = (provider: Provider): Provider[] => (provider === 'wasm' ? ['wasm'] : [provider, 'wasm'])

/** More help small models no further; without isolation there is one. */
const threadsHere = (): number => (crossOriginIsolated ? Math.min(4, navigator.hardwareConcurrency) : 1)

interface Live {
  readonly model: string
  readonly classifier: Classifier
}

export class Engine {
  readonly #loading: LoadingView
  #live: Live | undefined
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor(loading: LoadingView) {
    this.#loading = loading
  }

  /** One change after another; rejects with a ClassifierError, and then the old classifier goes on. */
  use(settings: Settings): Promise<Classifier> {
    const turn = this.#lastTurn.then(() => this.#change(settings))
    this.#lastTurn = turn.catch(() => undefined)
    return turn
  }

  /** Waits for the first classifier, and for a change that is on its way. */
  async classify(picture: ImageSource, options?: ClassifyOptions): Promise<DetailedPrediction> {
    await this.#lastTurn
    return this.#ready().classifyDetailed(picture, options)
  }

  /** With the classifier that is there now: a camera does not wait for the next one. */
  async classifyNow(picture: ImageSource, options?: ClassifyOptions): Promise<DetailedPrediction> {
    if (this.#live === undefined) await this.#lastTurn
    return this.#ready().classifyDetailed(picture, options)
  }

  #ready(): Classifier {
    if (this.#live === undefined)
      throw new Error('The model could not be loaded. Check the network and load the page again.')
    return this.#live.classifier
  }

  async #change({ model, provider }: Settings): Promise<Classifier> {
    const done = this.#loading.begin()
    try {
      if (this.#live?.model !== model) await this.#replace(model, provider)
      else await this.#live.classifier.setExecutionProviders(providersFor(provider))
      return this.#ready()
    } finally {
      done()
    }
  }

  async #replace(model: Settings['model'], provider: Provider): Promise<void> {
    const classifier = await createClassifier({
      model,
      executionProviders: providersFor(provider),
      threads: threadsHere(),
      warmup: true,
      onProgress: (progress) => this.#loading.show(progress),
    })
    const former = this.#live
    this.#live = { model, classifier }
    await former?.classifier.dispose()
  }
}
