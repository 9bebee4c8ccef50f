// What one case of the contract came to, as the child process prints it.

export interface CaseResult {
  readonly name: string
  /** The message of the error; null where the case passed. */
  readonly error: string | null
}

export function parseCaseResults(output: string): CaseResult[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line) => JSON.parse(line) as CaseResult)
}
