// One picture in, its answer out: the heart of the house.
import type { ResolvedEmbedOptions } from '../options/classify-options'
import type { DecodedSource } from '../runtime'
import type { Pipeline } from './pipeline'
import type { Reading } from './reading'

/** Decode, preprocess, run, postprocess. */
export async function answerOne<Source, Answer>(
  pipeline: Pipeline<Source>,
  picture: Source | DecodedSource,
  reading: Reading<Answer>,
  { region, signal }: ResolvedEmbedOptions,
): Promise<Answer> {
  return pipeline.enter(1, async (leave) => {
    const image = await pipeline.decode(picture, signal)
    const { tensor } = await pipeline.preprocess(image, region)
    const [outputs] = await pipeline.run({ pictures: [tensor], lengths: reading.lengths, signal, onStart: leave })
    return reading.read(outputs)
  })
}
