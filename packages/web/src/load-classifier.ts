// The builds of onnxruntime of an entry and its worker in; a function that makes classifiers in a browser out.
import { createClassifier, createWorkerClassifier } from '@stylelens/core'
import type { Classifier, CreateClassifierOptions } from '@stylelens/core'
import { browserRuntime } from './browser-runtime'
import { refuseEdgeRuntime } from './edge-runtime'
import type { EntryBuilds } from './entry-builds'
import type { VideoSource, WebSource } from './image-source'
import type { ModelSource } from './load-model'
import { workerPlatform } from './worker/worker-platform'

export type CreateClassifier = (
  options?: CreateClassifierOptions<ModelSource>,
) => Promise<Classifier<WebSource, VideoSource>>

/**
 * The function loads a model and makes it ready: on WebAssembly, or on WebGPU where it is asked for.
 * It rejects with a `ClassifierError`: 'option-*', 'model-*', 'provider-failed', 'worker-failed' or 'aborted'.
 */
export function classifierLoader(builds: EntryBuilds, startWorker: () => Worker): CreateClassifier {
  return async (options) => {
    refuseEdgeRuntime()
    const runtime = browserRuntime(builds)
    if (options?.worker) return createWorkerClassifier(runtime, workerPlatform(startWorker), options)
    return createClassifier(runtime, options)
  }
}
