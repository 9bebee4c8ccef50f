// A file of JSON lines and a line in; the line that stands for its model file, written where there was none, out.
import { appendFile } from 'node:fs/promises'
import { readJsonLines } from './json-lines'

interface LogLine {
  /** Of the model file that the figures are of. */
  readonly sha256: string
}

/** Appends the line of what was never logged; returns the line that stands for it. */
export async function logOnce<Line extends LogLine>(
  file: string,
  line: Line,
  find = (lines: readonly Line[]) => lines.find(({ sha256 }) => sha256 === line.sha256),
): Promise<Line> {
  const standing = find(await readJsonLines<Line>(file))
  if (standing !== undefined) return standing
  await appendFile(file, `${JSON.stringify(line)}\n`)
  return line
}
