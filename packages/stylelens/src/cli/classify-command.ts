// Pictures and options of the command line in; an answer for each on standard output, failures on standard error out.
import { createClassifier } from '@stylelens/node'
import type { BackendReport, Classifier, CreateClassifierOptions } from '@stylelens/node'
import { classifyInputs } from './classify-inputs'
import type { Outcome } from './classify-inputs'
import { expandInputs } from './expand-inputs'
import { formatAnswer, measureColumns } from './format-answer'
import { styleFor } from './terminal'
import type { Terminal } from './terminal'

/** Flags of every command that loads a classifier. */
export interface CreationFlags {
  readonly model?: string
  readonly provider?: readonly string[]
  readonly preprocess?: string
  readonly threads?: number
}

export interface ClassifyFlags extends CreationFlags {
  readonly topK: number | 'all'
  readonly scoreThreshold?: number
  readonly json?: boolean
  readonly recursive?: boolean
}

/** The library checks the values, so texts go through as they are. */
export function creationOptions({ model, provider, preprocess, threads }: CreationFlags): CreateClassifierOptions {
  return { model, executionProviders: provider, preprocess, threads } as CreateClassifierOptions
}

/** One line, or nothing where the first provider runs. */
export function explainFallback({ executionProvider, fellBackFrom }: BackendReport): string {
  if (fellBackFrom.length === 0) return ''
  const reasons = fellBackFrom.map(({ message }) => message.replace(/\s+/g, ' ').trim())
  return `stylelens: running on ${executionProvider}. ${reasons.join(' ')}\n`
}

function writer(flags: ClassifyFlags, terminal: Terminal, files: readonly string[], labels: readonly string[]) {
  const columns = measureColumns(files, labels)
  const { stdout, stderr, env } = terminal
  return (outcome: Outcome): void => {
    if (flags.json) stdout.write(`${JSON.stringify(outcome)}\n`)
    else if ('error' in outcome) stderr.write(`${styleFor(stderr, env).red(outcome.file)}: ${outcome.error.message}\n`)
    else stdout.write(formatAnswer(outcome, columns, styleFor(stdout, env), stdout.isTTY === true))
  }
}

async function answerAll(
  classifier: Classifier,
  files: readonly string[],
  flags: ClassifyFlags,
  terminal: Terminal,
): Promise<void> {
  terminal.stderr.write(explainFallback(classifier.backend))
  const inputs = await expandInputs(files, flags.recursive === true)
  const write = writer(
    flags,
    terminal,
    inputs.map(({ file }) => file),
    classifier.labels,
  )
  const options = { topK: flags.topK === 'all' ? null : flags.topK, scoreThreshold: flags.scoreThreshold }
  for await (const outcome of classifyInputs(classifier, inputs, options, terminal.stdin)) {
    write(outcome)
    if ('error' in outcome) terminal.exitCode = 1
  }
}

/** Sets the exit code 1 where a picture failed. Rejects where the model or every provider fails. */
export async function classifyCommand(
  files: readonly string[],
  flags: ClassifyFlags,
  terminal: Terminal,
): Promise<void> {
  const classifier = await createClassifier(creationOptions(flags))
  try {
    await answerAll(classifier, files, flags, terminal)
  } finally {
    await classifier.dispose()
  }
}
