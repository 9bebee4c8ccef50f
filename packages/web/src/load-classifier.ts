// The builds of onnxruntime of an entry and its worker in; a function that makes classifiers in a browser out.
import { createClassifier, loadPart } from '@stylelens/core'
import type { Classifier, CreateClassifierOptions } from '@stylelens/core'
import { browserRuntime } from './browser-runtime'
import { canCompile } from './can-compile'
import type { EntryBuilds } from './entry-builds'
import type { VideoSource, WebSource } from './image-source'
import { loadOtherProviders } from './load-other-providers'
import type { ModelSource } from './model-source'

export type CreateClassifier = (
  options?: CreateClassifierOptions<ModelSource>,
) => Promise<Classifier<WebSource, VideoSource>>

/**
 * The function loads a model and makes it ready: on WebAssembly, or on WebGPU where it is asked for.
 * It rejects with a `ClassifierError`: 'option-*', 'model-*', 'provider-failed', 'worker-failed' or 'aborted'.
 */
export function classifierLoader(builds: EntryBuilds, startWorker: () => Worker): CreateClassifier {
  return async (options) => {
    // before anything is fetched
    if (canCompile() !== true) (await loadOtherProviders()).refuseEdgeRuntime()
    const runtime = browserRuntime(builds)
    if (options?.worker) {
      const { createWorkerClassifier, workerPlatform } = await loadPart(() => import('./worker/worker-platform'))
      return createWorkerClassifier(runtime, workerPlatform(startWorker), options)
    }
    return createClassifier(runtime, options)
  }
}
