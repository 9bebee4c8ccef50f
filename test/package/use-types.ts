// A user's TypeScript: compiled against the installed declarations under every module resolution, never run.
import { ClassifierError, classify, createClassifier, getCapabilities, isClassifierError } from 'stylelens'
import type { BackendReport, Classifier, ClassifierErrorCode, Prediction, StreamAnswer } from 'stylelens'
import { classify as classifyOnWasm } from 'stylelens/wasm'
import { classify as classifyOnGpu } from 'stylelens/webgpu'

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

/** Every kind of picture that the language itself has. */
export async function everyPicture(classifier: Classifier, stream: AsyncIterable<Uint8Array>): Promise<Prediction[][]> {
  const bytes = new Uint8Array(8)
  const pixels = { data: new Uint8ClampedArray(12), width: 2, height: 2, channels: 3 }
  const floats = { data: new Float32Array(4), width: 2, height: 2 }
  const array = { data: [0, 1, 2, 3], shape: [2, 2], stride: [2, 1], offset: 0 }
  const body = { status: 200, url: '', bodyUsed: false, headers: { get: () => null }, body: null }
  const response = { ...body, arrayBuffer: () => Promise.resolve(bytes.buffer) }
  return classifier.classify(['shirt.png', bytes, bytes.buffer, new DataView(bytes.buffer), stream, pixels, floats, array, response])
}

export async function* oneAfterAnother(classifier: Classifier): AsyncGenerator<string | ClassifierErrorCode> {
  const answers: AsyncGenerator<StreamAnswer, void> = classifier.classifyStream(['a.png', 'b.png'], { concurrency: 2, topK: 1 })
  for await (const { index, predictions, error } of answers) yield `${index} ${error === undefined ? predictions[0]?.label : error.code}`
}

export async function detailed(classifier: Classifier): Promise<number> {
  const { logits, embedding, timings } = await classifier.classifyDetailed('shirt.png')
  const sum: number = logits.reduce((total, logit) => total + logit, 0)
  return sum + (embedding?.length ?? 0) + timings.total
}

export const otherEntries: readonly (typeof classify)[] = [classifyOnWasm, classifyOnGpu]

export async function providersHere(): Promise<readonly string[]> {
  return (await getCapabilities()).executionProviders.map(({ name }) => name)
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
  // @ts-expect-error an answer is an error or predictions, and has to be asked which
  void ((answer: StreamAnswer) => answer.error.code)
}
