// An answer in; its label, its bars and its milliseconds on the page out.
import type { DetailedPrediction } from '@stylelens/web'
import { readCertainty } from './certainty'
import { findElement } from './find-element'
import { milliseconds, percentage } from './format'
import { makeElement } from './make-element'
import { SeenView } from './seen-view'

function rankRow(label: string, score: number | undefined): HTMLLIElement {
  const bar = makeElement('span', 'rank-bar')
  bar.style.width = `${100 * (score ?? 0)}%`
  const track = makeElement('span', 'rank-track', bar)
  track.ariaHidden = 'true'
  const shown = makeElement('span', 'rank-score', score === undefined ? '' : percentage(score))
  return makeElement('li', 'rank', makeElement('span', 'rank-label', label), track, shown)
}

function timing(name: string, value: number): HTMLDivElement {
  const shown = makeElement('dd', '', `${milliseconds(value)} `, makeElement('span', 'unit', 'ms'))
  return makeElement('div', 'timing', makeElement('dt', '', name), shown)
}

export class ResultView {
  readonly #box = findElement('result', HTMLElement)
  readonly #lead = findElement('answer-lead', HTMLElement)
  readonly #label = findElement('answer-label', HTMLElement)
  readonly #score = findElement('answer-score', HTMLElement)
  readonly #parent = findElement('answer-parent', HTMLElement)
  readonly #ranking = findElement('ranking', HTMLElement)
  readonly #timings = findElement('timings', HTMLElement)
  readonly #seen = new SeenView()
  #labels: readonly string[] = []

  /** What the model can answer, until it has. */
  offer(labels: readonly string[]): void {
    this.#labels = labels
    if (this.#box.dataset['state'] !== 'empty') return
    this.#ranking.replaceChildren(...labels.map((label) => rankRow(label, undefined)))
  }

  /** A picture is on its way through the model. */
  wait(): void {
    const isFirst = this.#box.dataset['state'] === 'empty'
    this.#box.dataset['state'] = 'busy'
    if (!isFirst) return
    this.#lead.textContent = 'One moment'
    this.#label.textContent = 'The model is looking at it.'
  }

  show(answer: DetailedPrediction): void {
    const [best] = answer.predictions
    const { parent, notSure } = readCertainty(answer)
    this.#box.dataset['state'] = 'answered'
    this.#lead.textContent = notSure ? 'Not sure; the nearest is' : 'It looks like'
    this.#label.textContent = best.label
    this.#score.textContent = `${percentage(best.score)} likely`
    this.#score.hidden = false
    this.#parent.textContent = parent
    this.#parent.hidden = parent === null
    this.#ranking.replaceChildren(...answer.predictions.map(({ label, score }) => rankRow(label, score)))
    const { decode, preprocess, run, total } = answer.timings
    this.#timings.replaceChildren(
      timing('Decode', decode),
      timing('Prepare', preprocess),
      timing('Model', run),
      timing('In all', total),
    )
    this.#seen.show(answer.input)
  }

  /** It failed: what was shown before is no answer to it. */
  clear(): void {
    this.#box.dataset['state'] = 'empty'
    this.#lead.textContent = 'No answer'
    this.#label.textContent = 'Try another picture.'
    this.#score.hidden = true
    this.#parent.hidden = true
    this.offer(this.#labels)
    this.#timings.replaceChildren()
    this.#seen.clear()
  }

  /** On a phone the answer may stand below the picture. */
  reveal(): void {
    const { top } = this.#box.getBoundingClientRect()
    if (top > 0.6 * window.innerHeight) this.#box.scrollIntoView({ block: 'start' })
  }
}
