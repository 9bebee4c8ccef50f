// The process that the command line runs in, and how much of a terminal it has.

/** The part of `process` that the command line uses. */
export interface Terminal {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: Output
  readonly stderr: Output
  exitCode?: number | string | null | undefined
}

export interface Output {
  readonly isTTY?: boolean
  write(text: string): unknown
  on(event: 'error', listener: (error: Error & { code?: string }) => void): unknown
}

export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
}

/** Colours on a terminal, unless NO_COLOR is set or TERM is dumb (https://no-color.org). */
export function styleFor({ isTTY = false }: Pick<Output, 'isTTY'>, env: Terminal['env']): Style {
  const colours = isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  const wrap = (open: number, close: number) => (text: string) =>
    colours && text ? `\x1b[${open}m${text}\x1b[${close}m` : text
  return { bold: wrap(1, 22), dim: wrap(2, 22), red: wrap(31, 39) }
}
