// A classifier and pictures in, one answer or one failure for each of them out, in their order.
import type { Classifier, ClassifyOptions, Prediction } from '@stylelens/node'
import { isClassifierError } from '@stylelens/node'
import type { PictureInput } from './expand-inputs'
import type { Terminal } from './terminal'

export interface Answer {
  readonly file: string
  /** The best prediction; null where none reaches the threshold. */
  readonly label: string | null
  readonly score: number | null
  readonly predictions: readonly Prediction[]
  readonly model: string
  readonly executionProvider: string
  /** Milliseconds from file to answer. */
  readonly ms: number
}

export interface Failure {
  readonly file: string
  readonly error: { readonly code: string; readonly message: string }
}

export type Outcome = Answer | Failure

function failureOf(file: string, error: unknown): Failure {
  const code = isClassifierError(error) ? error.code : 'unknown'
  return { file, error: { code, message: error instanceof Error ? error.message : String(error) } }
}

async function classifyInput(
  classifier: Classifier,
  { file, problem }: PictureInput,
  options: ClassifyOptions,
  stdin: Terminal['stdin'],
): Promise<Outcome> {
  if (problem !== undefined) return { file, error: { code: 'image-not-found', message: problem } }
  try {
    const { predictions, timings } = await classifier.classifyDetailed(file === '-' ? stdin : file, options)
    const { label = null, score = null } = predictions[0] ?? {}
    const { manifest, backend } = classifier
    const ms = Math.round(timings.total * 1000) / 1000
    return { file, label, score, predictions, model: manifest.name, executionProvider: backend.executionProvider, ms }
  } catch (error) {
    return failureOf(file, error)
  }
}

/** A picture that fails does not keep the others from their answers. */
export async function* classifyInputs(
  classifier: Classifier,
  inputs: readonly PictureInput[],
  options: ClassifyOptions,
  stdin: Terminal['stdin'],
): AsyncGenerator<Outcome> {
  for (const input of inputs) yield await classifyInput(classifier, input, options, stdin)
}
