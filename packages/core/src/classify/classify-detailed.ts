// One picture in, everything that is known about its answer out: predictions, logits, embedding, input and timings.
import type { ModelManifest } from '../manifest'
import type { ResolvedClassifyOptions } from '../options/classify-options'
import type { DetailedPrediction } from '../prediction'
import { cropRegion } from '../preprocess/crop-region'
import { preprocess } from '../preprocess/preprocess'
import type { DecodedSource } from '../runtime'
import type { OutputLengths } from '../session/model-outputs'
import { onePictureOnly } from './one-picture-only'
import type { Pipeline } from './pipeline'
import { readPredictions } from './read-predictions'

/** `leave` is called when the picture runs. Errors: 'input-type' for a list. */
export async function classifyDetailed<Source>(
  pipeline: Pipeline<Source>,
  picture: Source | DecodedSource,
  options: ResolvedClassifyOptions,
  leave: () => void,
): Promise<DetailedPrediction> {
  if (Array.isArray(picture)) throw onePictureOnly(picture)
  const { outputs: names } = pipeline.manifest
  const { platform, mode } = pipeline.parts
  const begun = platform.clock()
  const image = await pipeline.decode(picture, options.signal)
  const decoded = platform.clock()
  const shown = options.region ? cropRegion(image, options.region) : image
  const { tensor, seen } = preprocess(shown, pipeline.manifest.input, mode)
  const prepared = platform.clock()
  let started = prepared
  const onStart = (): void => {
    started = platform.clock()
    leave()
  }
  const lengths = lengthsOf(pipeline.manifest)
  const { signal, tta } = options
  const [outputs] = await pipeline.run({ pictures: [tensor], lengths, tta, signal, onStart })
  const ran = platform.clock()
  return {
    predictions: readPredictions(pipeline.manifest, options).read(outputs),
    logits: outputs[names.logits],
    embedding: names.embedding === undefined ? null : outputs[names.embedding],
    input: seen,
    timings: {
      decode: decoded - begun,
      preprocess: prepared - decoded,
      queue: started - prepared,
      run: ran - started,
      total: platform.clock() - begun,
    },
    parent: null,
    unknown: null,
  }
}

function lengthsOf({ labels, outputs, embeddingSize }: ModelManifest): OutputLengths {
  return {
    [outputs.probabilities]: labels.length,
    [outputs.logits]: labels.length,
    ...(outputs.embedding !== undefined && { [outputs.embedding]: embeddingSize ?? null }),
  }
}
