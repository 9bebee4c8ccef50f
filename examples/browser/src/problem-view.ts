// An error in; what happened and what to do, on the page and aloud, out.
import { isClassifierError } from '@stylelens/web/webgpu'
import { findElement } from './find-element'
import { makeElement } from './make-element'

/** The code stands at the end of a message, in brackets: it is for programs. */
const sentencesOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/ \[[a-z-]+\]$/, '')

export class ProblemView {
  readonly #box = findElement('problem', HTMLElement)

  /** `what` failed. Being cancelled is no problem. */
  show(what: string, error: unknown): void {
    if (isClassifierError(error) && error.code === 'aborted') return
    this.#box.replaceChildren(makeElement('strong', '', what), sentencesOf(error))
    this.#box.hidden = false
  }

  clear(): void {
    this.#box.hidden = true
    this.#box.replaceChildren()
  }
}
