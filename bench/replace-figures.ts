// A text with marked places and new figures in; the text with the figures of one place replaced out.

const begin = (name: string) => `<!-- figures:${name} -->`
const end = (name: string) => `<!-- /figures:${name} -->`

/** Throws an Error where the text has no such place. */
export function replaceFigures(text: string, name: string, figures: string): string {
  const from = text.indexOf(begin(name))
  const to = text.indexOf(end(name))
  if (from < 0 || to < from) {
    throw new Error(`There is no place "${begin(name)} ... ${end(name)}". Put both lines back.`)
  }
  return `${text.slice(0, from + begin(name).length)}\n\n${figures}\n\n${text.slice(to)}`
}
