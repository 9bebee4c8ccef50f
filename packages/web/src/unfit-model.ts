// A session whose inputs or outputs are not what the manifest says in; the typed error that says so out.
import { ClassifierError } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'

export function wrongNames(
  { inputNames, outputNames: known }: InferenceSession,
  inputName: string,
  outputNames: readonly string[],
): ClassifierError {
  const missing = [
    ...(inputNames.includes(inputName) ? [] : [`input "${inputName}" (it has ${inputNames.join(', ')})`]),
    ...outputNames
      .filter((name) => !known.includes(name))
      .map((name) => `output "${name}" (it has ${known.join(', ')})`),
  ]
  return new ClassifierError(
    'model-invalid',
    `The model has no ${missing.join(' and no ')}, which its manifest names. Export the model again.`,
  )
}
