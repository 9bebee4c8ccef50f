// A text with a pair of marks, `<!-- name -->` and `<!-- /name -->`, and new contents in; the text with them between the marks out.

/** Throws where the text does not have each mark once, in this order. */
export function replaceBetween(text: string, name: string, contents: string): string {
  const marks = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, between, ...more] = text.split(marks[0])
  const [, after, ...others] = (between ?? '').split(marks[1])
  if (after === undefined || more.length > 0 || others.length > 0) {
    throw new Error(`The text must hold "${marks[0]}" and, after it, "${marks[1]}", each once. Put both lines back.`)
  }
  return `${before}${marks[0]}\n\n${contents}\n\n${marks[1]}${after}`
}
