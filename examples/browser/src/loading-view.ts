// How far a model and its runtime are loaded in; a bar and a sentence that say so out.
import { findElement } from './find-element'
import { megabytes } from './format'

interface Progress {
  readonly phase: 'model' | 'runtime' | 'session' | 'warmup'
  readonly loaded: number
  readonly total: number | null
}

const words: Readonly<Record<Progress['phase'], string>> = {
  model: 'Loading the model',
  runtime: 'Loading the engine',
  session: 'Starting the engine',
  warmup: 'Warming up',
}

/** What loads within it is not worth a flicker. */
const patience = 250

export class LoadingView {
  readonly #box = findElement('loading', HTMLElement)
  readonly #text = findElement('loading-text', HTMLElement)
  readonly #bar = findElement('loading-bar', HTMLProgressElement)

  /** Until the function that comes back is called. */
  begin(): () => void {
    this.#text.textContent = 'Getting ready'
    this.#bar.removeAttribute('value')
    const timer = setTimeout(() => (this.#box.hidden = false), patience)
    return () => {
      clearTimeout(timer)
      this.#box.hidden = true
    }
  }

  show({ phase, loaded, total }: Progress): void {
    const countsBytes = (phase === 'model' || phase === 'runtime') && total !== null
    this.#text.textContent = countsBytes ? `${words[phase]}: ${megabytes(loaded)} of ${megabytes(total)}` : words[phase]
    if (countsBytes) this.#bar.value = loaded / total
    else this.#bar.removeAttribute('value')
  }
}
