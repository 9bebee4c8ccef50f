// Names of sample pictures in; buttons that show and classify them out.
import { findElement } from './find-element'
import { makeElement } from './make-element'
import type { PictureListener } from './picture-listener'
import { sampleAddress, sampleNames } from './sample-names'

const inWords = (name: string): string => `Sample: ${name.replace('ankle-', 'ankle ')}`

async function fetchPicture(address: string): Promise<Blob> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The sample could not be loaded: status ${response.status}.`)
  return response.blob()
}

function sampleButton(name: string): HTMLButtonElement {
  const picture = makeElement('img', '')
  Object.assign(picture, { src: sampleAddress(name), alt: inWords(name), decoding: 'async' })
  const button = makeElement('button', 'sample', picture)
  button.type = 'button'
  return button
}

export class Samples {
  readonly #buttons: readonly HTMLButtonElement[]

  constructor(listener: PictureListener, onProblem: (error: unknown) => void) {
    this.#buttons = sampleNames.map((name) => {
      const button = sampleButton(name)
      button.addEventListener('click', () => {
        const tell = (blob: Blob) => {
          listener({ blob, name: inWords(name) })
          this.mark(button)
        }
        fetchPicture(sampleAddress(name)).then(tell, onProblem)
      })
      return button
    })
    findElement('samples', HTMLElement).replaceChildren(...this.#buttons.map((button) => makeElement('li', '', button)))
    this.mark(undefined)
  }

  /** The one that is on the stage. */
  mark(shown: HTMLButtonElement | undefined): void {
    for (const button of this.#buttons) button.ariaPressed = String(button === shown)
  }
}
