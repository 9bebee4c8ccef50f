// A drawing, what it shows in a sentence and its numbers in; a figure of a page out.
import { html, type Html } from './html'
import { numberTable, type Cell } from './number-table'

export interface FigureNumbers {
  readonly titles: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Figure {
  readonly title: string
  /** What is to be seen in it. */
  readonly text: string | Html
  readonly drawing: Html
  /** The text stands beside the drawing where there is room. */
  readonly beside?: boolean
  /** The same as a table, folded away; left out where the drawing is a table itself. */
  readonly numbers?: FigureNumbers
}

export function figure({ title, text, drawing, beside = false, numbers }: Figure): Html {
  return html`<figure class="${beside ? 'beside' : ''}"><figcaption><h3>${title}</h3><p>${text}</p></figcaption>
<div>${drawing}</div>
${
  numbers === undefined
    ? ''
    : html`<details><summary>Numbers: ${title.toLowerCase()}</summary>
${numberTable(numbers.titles, numbers.rows)}</details>`
}
</figure>`
}
