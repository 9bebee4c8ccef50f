// The part of a process that the command line uses: a test hands in another one.

export interface Output {
  write(text: string): unknown
}

export interface Terminal {
  readonly argv: readonly string[]
  readonly stdout: Output
  readonly stderr: Output
  exitCode?: number | string | null | undefined
}
