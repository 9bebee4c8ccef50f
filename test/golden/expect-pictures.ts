// Golden pictures and the models in; expected.json out: what the models must see of each picture and answer.
import { createHash } from 'node:crypto'
import { createClassifier } from '@stylelens/node'
import type { Classifier } from '@stylelens/node'
import type { ExpectedFile, ExpectedPicture } from '../contract/read-fixtures'
import { scoresOf } from '../contract/scores'
import { describePicture } from './describe-picture'
import type { PictureFacts } from './describe-picture'
import type { DrawnFile } from './draw-pictures'
import type { ModelForm } from './golden-folder'

type Golden = ExpectedFile['predictions'][string]

/** @param models the first of which says what the input of all of them looks like */
export async function expectPictures(files: readonly DrawnFile[], models: readonly ModelForm[]): Promise<ExpectedFile> {
  const pictures: Record<string, ExpectedPicture> = {}
  const predictions: Record<string, Golden> = {}
  let labels: readonly string[] = []
  for (const [position, { folder, dtype }] of models.entries()) {
    const classifier = await createClassifier({ model: folder, dtype, executionProviders: 'cpu' })
    labels = classifier.labels
    const scores: Record<string, number[]> = {}
    for (const [name, bytes] of files) {
      const facts = await describePicture(name, bytes)
      const { input, predictions: answer } = await classify(classifier, bytes, facts)
      const inputText = Buffer.from(input).toString('base64')
      if (position === 0) pictures[name] = { ...facts, input: inputText, tensor: hashTensor(input) }
      scores[name] = scoresOf(answer).map((score) => Number(score.toPrecision(7)))
    }
    predictions[classifier.manifest.sha256] = { model: classifier.manifest.name, scores }
    await classifier.dispose()
  }
  return { labels, pictures, predictions }
}

async function classify(classifier: Classifier, bytes: Uint8Array, { format, width, height, channels }: PictureFacts) {
  const source = format === 'pixels' ? { data: bytes, width, height, channels } : bytes
  const { input, predictions } = await classifier.classifyDetailed(source, { topK: null })
  return { input: Uint8Array.from(input.data), predictions }
}

/** SHA-256 of the values as float32 0..1, little-endian. */
function hashTensor(input: Uint8Array): string {
  const bytes = new DataView(new ArrayBuffer(input.length * 4))
  input.forEach((value, index) => bytes.setFloat32(index * 4, value / 255, true))
  return createHash('sha256').update(bytes).digest('hex')
}
