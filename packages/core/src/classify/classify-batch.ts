// Many pictures in, their predictions in the same order out; few are in memory at a time.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { isClassifierError } from '../classifier-error'
import { mapConcurrently } from '../map-concurrently'
import type { ResolvedClassifyOptions } from '../options/classify-options'
import type { Prediction } from '../prediction'
import type { DecodedSource } from '../runtime'
import type { Pipeline } from './pipeline'

/** Pictures in one run of the model. */
export const batchSize = 128

const decodesAtOnce = 4

/** Rejects with the error of the first failing picture, which carries its `index`. */
export async function classifyBatch<Source>(
  pipeline: Pipeline<Source>,
  pictures: readonly (Source | DecodedSource)[],
  options: ResolvedClassifyOptions,
): Promise<Prediction[][]> {
  const all = Array.from(pictures)
  const answers: Prediction[][] = []
  for (let start = 0; start < all.length; start += batchSize) {
    throwIfAborted(options.signal)
    const chunk = all.slice(start, start + batchSize)
    const tensors = await mapConcurrently(chunk, decodesAtOnce, (picture, position) =>
      withIndex(start + position, async () => {
        const image = await pipeline.decode(picture, options.signal)
        return pipeline.preprocess(image).tensor
      }))
    const scores = await pipeline.score(tensors, options.signal)
    for (const probabilities of scores) answers.push(pipeline.rank(probabilities, options))
  }
  return answers
}

async function withIndex<Result>(index: number, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step()
  } catch (error) {
    // Set on the error itself: a copy would lose the stack that leads to the cause.
    if (isClassifierError(error) && error.code !== 'aborted') Object.assign(error, { index })
    throw error
  }
}
