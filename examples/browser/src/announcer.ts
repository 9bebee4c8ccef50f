// Answers in; sentences for a screen reader out: each still picture's, and of a camera only what stays.
import type { DetailedPrediction } from '@stylelens/web'
import { readCertainty } from './certainty'
import { findElement } from './find-element'
import { spokenPercentage } from './format'

/** A label of the camera is said once it has stayed so long, in milliseconds. */
const settled = 1200

function sentenceFor(answer: DetailedPrediction): string {
  const [first, second] = answer.predictions
  const { parent, notSure } = readCertainty(answer)
  const best = `${first.label}, ${spokenPercentage(first.score)}.`
  const above = parent === null ? '' : ` Kind: ${parent}.`
  const next = second === undefined ? '' : ` Next: ${second.label}, ${spokenPercentage(second.score)}.`
  return `${notSure ? 'Not sure. ' : ''}${best}${above}${next}`
}

export class Announcer {
  readonly #region = findElement('announcement', HTMLElement)
  #label = ''
  #since = 0
  #said = ''

  say(sentence: string): void {
    this.#said = ''
    this.#region.textContent = sentence
  }

  picture(answer: DetailedPrediction): void {
    const sentence = sentenceFor(answer)
    // The same words twice would not be said again.
    this.say(this.#region.textContent === sentence ? `${sentence}\u00a0` : sentence)
  }

  frame(answer: DetailedPrediction, now: number): void {
    const [{ label }] = answer.predictions
    if (label !== this.#label) {
      this.#label = label
      this.#since = now
    }
    if (label === this.#said || now - this.#since < settled) return
    this.#region.textContent = sentenceFor(answer)
    this.#said = label
  }
}
