// Bytes that are to be copied in; a pause for the caller's own work out, where much was copied without one.

// About a millisecond of copying.
const atOnce = 4 * 1024 * 1024

export class CopyPace {
  /** Bytes to copy between two calls of `take`. */
  static readonly step = atOnce
  readonly #pause: () => Promise<void>
  #copied = 0

  constructor(pause: () => Promise<void>) {
    this.#pause = pause
  }

  /** To be waited for before each step. */
  async take(bytes: number): Promise<void> {
    if (this.#copied > 0 && this.#copied + bytes > atOnce) {
      await this.#pause()
      this.#copied = 0
    }
    this.#copied += bytes
  }
}
