// A manifest in; how the embedding of a picture is read from the outputs of the model out.
import { ClassifierError } from '../classifier-error'
import type { ModelManifest } from '../manifest'
import type { Reading } from './reading'

/** Throws 'embedding-missing'. */
export function readEmbedding({ name, outputs, embeddingSize }: ModelManifest): Reading<Float32Array> {
  const { embedding } = outputs
  if (embedding === undefined) {
    const sentence = `The model ${JSON.stringify(name)} has no embedding: its manifest names no such output.`
    throw new ClassifierError('embedding-missing', `${sentence} Use a model that has one, such as the embedded ones.`)
  }
  return { lengths: { [embedding]: embeddingSize ?? null }, tta: 'none', read: (outputs) => outputs[embedding] }
}
