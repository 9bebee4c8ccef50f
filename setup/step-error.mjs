// The error of a step that failed: what happened, the tool's own output, and what to do about it.

export class StepError extends Error {
  constructor(sentence, { output = '', advice = '' } = {}) {
    super(sentence)
    this.name = 'StepError'
    this.output = output.trim()
    this.advice = advice
  }
}

/** Prints any error the way a person wants to read it. */
export function printError(error) {
  if (!(error instanceof StepError)) return console.error(error)
  if (error.output !== '') console.error(`\n${error.output}\n`)
  console.error(error.message)
  if (error.advice !== '') console.error(error.advice)
}
