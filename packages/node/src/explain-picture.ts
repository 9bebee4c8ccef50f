// A picture and the options of a classifier in; what the network made of it, layer by layer, out.
import { explainPicture as explain } from '@stylelens/core'
import type { CreateClassifierOptions, DecodedSource, EncodedSource, Explanation } from '@stylelens/core'
import { runtime } from './load-classifier'
import type { ModelSource } from './load-model'

/**
 * Scores, the picture as the model saw it, its first kernels, its feature maps and, where the network ends in pooled
 * feature maps and one dense layer, a class-activation map for the best labels.
 * Rejects with a `ClassifierError`, as `createClassifier` and `classify` do.
 */
export function explainPicture(
  picture: EncodedSource | DecodedSource,
  options?: CreateClassifierOptions<ModelSource>,
): Promise<Explanation> {
  return explain(runtime, picture, options)
}
