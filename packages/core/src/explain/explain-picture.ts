// A platform, the options of a classifier and one picture in; what the network made of it, layer by layer, out.
import { decodePicture } from '../classify/decode-picture'
import { readPredictions } from '../classify/read-predictions'
import type { BackendReport } from '../execution-provider'
import type { PixelImage } from '../image'
import type { ModelManifest } from '../manifest'
import { loadVerifiedModel } from '../model/load-verified-model'
import { resolveClassifyOptions } from '../options/classify-options'
import { resolveCreateOptions } from '../options/create-options'
import type { CreateClassifierOptions } from '../options/create-options'
import type { Prediction } from '../prediction'
import { preprocess } from '../preprocess/preprocess'
import type { DecodedSource, Runtime } from '../runtime'
import { LiveSession } from '../session/live-session'
import { runModel } from '../session/run-model'
import { lookInside } from './look-inside'
import type { Inside } from './look-inside'

export interface Explanation extends Inside {
  readonly manifest: ModelManifest
  readonly backend: BackendReport
  /** All labels, best first. */
  readonly predictions: readonly Prediction[]
  /** The picture that the model saw. */
  readonly seen: PixelImage
}

/**
 * Runs the model once more with its inner values as outputs. A model that does not give them out is explained as far as
 * its scores go.
 * Rejects with the errors of createClassifier and classify.
 */
export async function explainPicture<Source, ModelSource>(
  runtime: Runtime<Source, ModelSource | string>,
  picture: Source | DecodedSource,
  options: CreateClassifierOptions<ModelSource | string> = {},
): Promise<Explanation> {
  const settings = resolveCreateOptions(options, runtime)
  const { loading, onProgress, signal } = settings
  const model = await loadVerifiedModel(runtime, settings.model, { ...loading, onProgress, signal })
  const { manifest } = model
  const image = await decodePicture(runtime, picture, { ...settings.decode, ...(signal && { signal }) })
  const { tensor, seen } = preprocess(image, manifest.input, settings.preprocess ?? manifest.preprocess)
  const start = (bytes: Uint8Array) =>
    LiveSession.start(runtime, { ...model, bytes }, { ...settings, cache: loading.cache })
  const session = await start(model.bytes)
  try {
    const reading = readPredictions(manifest, resolveClassifyOptions({ topK: null }, manifest.labels))
    const [outputs] = await runModel(session, manifest, [tensor], reading.lengths)
    const predictions = reading.read(outputs)
    const inside = await lookInside(model, start, tensor, predictions)
    return { manifest, backend: session.backend, predictions, seen, ...inside }
  } finally {
    await session.release()
  }
}
