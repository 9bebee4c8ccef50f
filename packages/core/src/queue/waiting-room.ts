// Calls with so many pictures in; a place for each, or a typed error at once where there is no room, out.
import { ClassifierError } from '../classifier-error'

export class WaitingRoom {
  readonly #capacity: number
  readonly #option: string
  #waiting = 0

  /**
   * @param capacity pictures; Infinity for as many as come
   * @param option that raises it
   */
  constructor(capacity: number, option = 'batching.maxQueue') {
    this.#capacity = capacity
    this.#option = option
  }

  /**
   * Where nobody waits there is room for any number. Throws 'queue-full'.
   * @returns to be called when the pictures run or their call ends; a second time it does nothing
   */
  enter(pictures: number): () => void {
    if (this.#waiting > 0 && this.#waiting + pictures > this.#capacity) throw this.#full(pictures)
    this.#waiting += pictures
    let inside = true
    return () => {
      if (inside) this.#waiting -= pictures
      inside = false
    }
  }

  #full(pictures: number): ClassifierError {
    const more = pictures === 1 ? 'another one' : `${pictures} more`
    const sentence = `${this.#waiting} of at most ${this.#capacity} pictures wait for the model already, `
      + `so there is no room for ${more}.`
    const mend = `Wait for earlier answers before calling again, or raise \`${this.#option}\`.`
    return new ClassifierError('queue-full', `${sentence} ${mend}`)
  }
}
