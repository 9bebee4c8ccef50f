// How many pictures run together in; memory for their inputs out, the same again once a run of them is over.
import type { ModelInput } from '../manifest'

// What a classifier may keep while it does nothing.
const mostKept = 1024 * 1024 // bytes

/** A fresh block for each run costs more than half of what a small picture's preparation does: its pages come one by one. */
export class InputBlocks {
  readonly #size: number
  #spare: readonly Float32Array[] = []

  constructor({ width, height, channels }: Pick<ModelInput, 'width' | 'height' | 'channels'>) {
    this.#size = width * height * channels
  }

  /** One input for each picture, [H * W * C], one after another in memory. What is in them is left from before. */
  take(pictures: number): readonly Float32Array[] {
    const spare = this.#spare
    this.#spare = []
    return spare.length >= pictures ? spare.slice(0, pictures) : this.#allocate(pictures)
  }

  /** Only when nobody reads them any more. */
  giveBack(inputs: readonly Float32Array[]): void {
    const bytes = inputs.length * this.#size * Float32Array.BYTES_PER_ELEMENT
    if (bytes <= mostKept && inputs.length > this.#spare.length) this.#spare = inputs
  }

  #allocate(pictures: number): readonly Float32Array[] {
    const size = this.#size
    const all = new Float32Array(pictures * size)
    return Array.from({ length: pictures }, (_, picture) => all.subarray(picture * size, (picture + 1) * size))
  }
}
