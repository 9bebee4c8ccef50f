// Column names and rows of texts in, a Markdown table out.

/** A bar would end the cell, within code marks too. */
const cell = (text: string) => text.replaceAll('|', '\\|')

export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n')
}
