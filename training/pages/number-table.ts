// Titles and rows in; a table that reads well on a phone and in a screen reader out.
import { html, type Html } from './html'

export type Cell = string | number | Html

/** The first cell of a row is its title. Numbers are aligned to the right. */
export function numberTable(titles: readonly string[], rows: readonly (readonly Cell[])[], caption = ''): Html {
  const [first, ...others] = titles
  const name = caption || titles.join(', ')
  const row = ([title, ...cells]: readonly Cell[]) =>
    html`<tr><th scope="row">${title}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="numbers">
${caption === '' ? '' : html`<caption>${caption}</caption>`}
<thead><tr><th scope="col">${first}</th>${others.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}
</tbody></table></div>`
}
