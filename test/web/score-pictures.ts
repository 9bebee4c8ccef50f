// A classifier and 28x28 pictures in; the scores of each, in the order of the labels, out.
import type { Classifier, Prediction } from '@stylelens/core'

export const side = 28
const batch = 100

/** `pixels` holds one picture after another, a byte each: [N * 28 * 28]. */
export async function scorePictures(classifier: Classifier<never>, pixels: Uint8Array): Promise<number[][]> {
  const size = side * side
  const pictures = Array.from({ length: pixels.length / size }, (_, place) =>
    ({ data: pixels.subarray(place * size, (place + 1) * size), width: side, height: side, channels: 1 }))
  const answers: Prediction[][] = []
  for (let start = 0; start < pictures.length; start += batch) {
    answers.push(...await classifier.classify(pictures.slice(start, start + batch), { topK: null }))
  }
  return answers.map((predictions) => {
    const scores = new Array<number>(predictions.length)
    for (const { index, score } of predictions) scores[index] = score
    return scores
  })
}
