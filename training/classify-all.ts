// A model's folder and pictures in; their probabilities by the classifier that users have, [N * 10], out.
import { createClassifier, type CreateClassifierOptions, type ClassifyOptions } from '@stylelens/node'

/** Which file is asked, and how. */
type Asked = Pick<CreateClassifierOptions, 'dtype'> & Pick<ClassifyOptions, 'tta'>

/** `pictures`: 8-bit grey, [N * 784]. Throws where another provider runs than was asked for. */
export async function classifyAll(
  folder: string,
  provider: 'cpu' | 'wasm',
  pictures: Uint8Array,
  { dtype, tta }: Asked = {},
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
