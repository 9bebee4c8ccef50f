// Column names and rows in; a table out that reads well on a terminal and is Markdown too.

/** A column whose every cell begins with a digit is aligned right. */
export function formatTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, place) => Math.max(3, column.length, ...rows.map((row) => row[place].length)))
  const right = columns.map((_, place) => rows.length > 0 && rows.every((row) => /^[-+]?\d/.test(row[place])))
  const pad = (text: string, place: number) =>
    right[place] ? text.padStart(widths[place]) : text.padEnd(widths[place])
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`
  const rule = widths.map((width, place) => (right[place] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [line(columns), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}
