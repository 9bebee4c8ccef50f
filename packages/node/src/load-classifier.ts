// Options in, a classifier that runs in Node out.
import { availableParallelism } from 'node:os'
import { createClassifier, createWorkerClassifier } from '@stylelens/core'
import type { Classifier, CreateClassifierOptions, EncodedSource, Runtime } from '@stylelens/core'
import { createSession } from './create-session'
import { decodeImage } from './decode-image'
import { delay } from './delay'
import { autoExecutionProviders, loadedProviders } from './loaded-providers'
import { loadModel } from './load-model'
import type { ModelSource } from './load-model'
import { sha256 } from './sha256'
import { threadPlatform } from './thread-platform'

/** Everything of Node that a classifier needs, on this thread or in a worker. */
export const runtime: Runtime<EncodedSource, ModelSource> = {
  defaultExecutionProviders: ['cpu', 'wasm'],
  autoExecutionProviders,
  loadedProviders,
  hardwareThreads: () => availableParallelism(),
  decodeImage,
  loadModel,
  createSession: (model, options) => createSession(model, options),
  sha256,
  clock: () => performance.now(),
  delay,
}

/**
 * Loads a model and makes it ready: on onnxruntime-node, or on WebAssembly where no native binary loads.
 * Rejects with a `ClassifierError`: 'option-*', 'model-*', 'provider-failed' or 'aborted'.
 */
export function loadClassifier(options?: CreateClassifierOptions<ModelSource>): Promise<Classifier<EncodedSource>> {
  if (options?.worker) return createWorkerClassifier(runtime, threadPlatform, options)
  return createClassifier(runtime, options)
}
