// A picture or a camera in; what the stage shows of it out.
import { cornerColour } from './corner-colour'
import { findElement } from './find-element'

type Shown = 'nothing' | 'picture' | 'camera'

export class Stage {
  readonly box = findElement('stage', HTMLElement)
  readonly video = findElement('stage-video', HTMLVideoElement)
  readonly #invitation = findElement('stage-invitation', HTMLButtonElement)
  readonly #picture = findElement('stage-picture', HTMLImageElement)
  readonly #live = findElement('stage-live', HTMLElement)

  constructor() {
    // The address of a Blob keeps it in memory until the picture is there.
    const release = () => URL.revokeObjectURL(this.#picture.src)
    this.#picture.addEventListener('error', () => {
      release()
      if (this.shown === 'picture') this.showNothing()
    })
    this.#picture.addEventListener('load', () => {
      this.#picture.style.setProperty('--mat', cornerColour(this.#picture))
      release()
    })
  }

  get shown(): Shown {
    return this.box.dataset['shows'] as Shown
  }

  showPicture(picture: Blob, name: string): void {
    this.#picture.src = URL.createObjectURL(picture)
    this.#picture.alt = name
    this.#show('picture')
  }

  showCamera(): void {
    this.#show('camera')
  }

  showNothing(): void {
    this.#show('nothing')
  }

  #show(shown: Shown): void {
    this.box.dataset['shows'] = shown
    this.#invitation.hidden = shown !== 'nothing'
    this.#picture.hidden = shown !== 'picture'
    this.video.hidden = shown !== 'camera'
    this.#live.hidden = shown !== 'camera'
  }
}
