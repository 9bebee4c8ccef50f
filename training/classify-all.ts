// A model's folder and pictures in; their probabilities by the classifier that users have, [N * 10], out.
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClassifier as ownCreateClassifier, type CreateClassifierOptions, type ClassifyOptions } from '@stylelens/node'

/** Which file is asked, and how. */
interface Asked extends Pick<CreateClassifierOptions, 'dtype'>, Pick<ClassifyOptions, 'tta'> {
  /** By default this repository's. */
  readonly createClassifier?: typeof ownCreateClassifier
}

/** The one of @stylelens/node as it is installed in `folder`. */
export async function installedCreateClassifier(folder: string): Promise<typeof ownCreateClassifier> {
  const path = createRequire(join(resolve(folder), 'package.json')).resolve('@stylelens/node')
  const { createClassifier } = (await import(pathToFileURL(path).href)) as typeof import('@stylelens/node')
  return createClassifier
}

/** `pictures`: 8-bit grey, [N * 784]. Throws where another provider runs than was asked for. */
export async function classifyAll(
  folder: string,
  provider: 'cpu' | 'wasm',
  pictures: Uint8Array,
  { dtype, tta, createClassifier = ownCreateClassifier }: Asked = {},
): Promise<Float64Array> {
  const classifier = await createClassifier({ model: folder, dtype, executionProviders: provider })
  if (classifier.backend.executionProvider !== provider)
    throw new Error(`${provider} was asked for and ${classifier.backend.executionProvider} runs.`)
  const images = Array.from({ length: pictures.length / 784 }, (_, index) => ({
    data: pictures.subarray(index * 784, (index + 1) * 784),
    width: 28,
    height: 28,
    channels: 1 as const,
  }))
  const answers = await classifier.classify(images, { topK: null, tta })
  const probabilities = new Float64Array(answers.length * 10)
  answers.forEach((answer, row) => answer.forEach(({ index, score }) => (probabilities[row * 10 + index] = score)))
  await classifier.dispose()
  return probabilities
}
