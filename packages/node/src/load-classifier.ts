// Options in, a classifier that runs in Node out.
import { createHash } from 'node:crypto'
import { createClassifier } from '@stylelens/core'
import type { Classifier, CreateClassifierOptions, Runtime } from '@stylelens/core'
import { createSession } from './create-session'
import { decodeImage } from './decode-image'
import type { EncodedSource } from './image-source'
import { loadModel } from './load-model'
import type { ModelSource } from './load-model'

const runtime: Runtime<EncodedSource, ModelSource> = {
  defaultExecutionProviders: ['cpu', 'wasm'],
  decodeImage,
  loadModel,
  createSession: (model, options) => createSession(model, options),
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  clock: () => performance.now(),
}

/**
 * Loads a model and makes it ready: on onnxruntime-node, or on WebAssembly where no native binary loads.
 * Rejects with a `ClassifierError`: 'option-*', 'model-*', 'provider-failed' or 'aborted'.
 */
export function loadClassifier(options?: CreateClassifierOptions<ModelSource>): Promise<Classifier<EncodedSource>> {
  return createClassifier(runtime, options)
}
