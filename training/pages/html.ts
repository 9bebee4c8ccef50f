// Text and values in; HTML that can safely be put together out.

/** A piece of a page in which everything that came from outside is escaped. */
export interface Html {
  readonly html: string
}

type Value = Html | string | number | readonly Html[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What is HTML already: the SVG of a plot, a style sheet. */
export const trusted = (text: string): Html => ({ html: text })

/** A tag for template strings: texts and numbers are escaped, pieces of HTML and lists of them are put in. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.reduce((page, string, index) => page + render(values[index - 1]) + string) }
}

function render(value: Value): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => entities[sign])
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('\n')
}
