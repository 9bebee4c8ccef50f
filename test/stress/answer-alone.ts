// A classifier and pictures in; the answer that each gets in a call of its own, with no other beside it, out.
import type { Classifier, Prediction } from '@stylelens/core'
import type { StressPicture } from './stress-pictures'

export interface Answered {
  readonly picture: StressPicture
  readonly alone: readonly Prediction[]
}

/** The classifier is disposed of. */
export async function answerAlone(
  classifier: Classifier<Uint8Array>,
  pictures: readonly StressPicture[],
): Promise<Answered[]> {
  const known: Answered[] = []
  for (const picture of pictures) known.push({ picture, alone: await classifier.classify(picture, { topK: null }) })
  await classifier.dispose()
  return known
}
