// A user's TypeScript: compiled against the installed declarations under every module resolution, never run.
import { ClassifierError, classify, createClassifier, isClassifierError } from 'stylelens'
import type { BackendReport, Classifier, ClassifierErrorCode, Prediction } from 'stylelens'

export async function bestLabel(path: string): Promise<string | undefined> {
  const predictions: Prediction[] = await classify(path, { topK: 1 })
  return predictions[0]?.label
}

export async function manyPictures(pictures: readonly Uint8Array[]): Promise<readonly number[]> {
  const classifier: Classifier = await createClassifier({ executionProviders: ['wasm', 'cpu'] })
  const backend: BackendReport = classifier.backend
  const answers: Prediction[][] = await classifier.classify(pictures, { topK: null })
  await classifier.dispose()
  return answers.map((predictions) => predictions[0]?.score ?? backend.threads)
}

export function codeOf(error: unknown): ClassifierErrorCode | null {
  if (isClassifierError(error, 'image-not-found')) return error.code
  return error instanceof ClassifierError ? error.code : null
}

export function mistakes(classifier: Classifier): void {
  // @ts-expect-error topK is a number or null
  void classifier.classify('shirt.png', { topK: 'all' })
  // @ts-expect-error a number is no picture
  void classifier.classify(28)
}
