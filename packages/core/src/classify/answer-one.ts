// One picture in, its answer out: the heart of the house.
import type { ResolvedEmbedOptions } from '../options/classify-options'
import type { DecodedSource } from '../runtime'
import type { Pipeline } from './pipeline'
import type { Reading } from './reading'

/** Decode, preprocess, run, postprocess. */
export async function answerOne<Source, Answer>(
  pipeline: Pipeline<Source>,
  picture: Source | DecodedSource,
  { lengths, tta, read }: Reading<Answer>,
  { region, signal }: ResolvedEmbedOptions,
): Promise<Answer> {
  return pipeline.enter(1, async (leave) => {
    const image = await pipeline.decode(picture, signal)
    const tensor = await pipeline.prepare(image, region)
    const [outputs] = await pipeline.run({ pictures: [tensor], lengths, tta, signal, onStart: leave })
    return read(outputs)
  })
}
