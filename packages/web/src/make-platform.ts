// The builds of onnxruntime of an entry and its worker in; the public functions of that entry out.
import { createSharedClassify } from '@stylelens/core'
import type { Capabilities, SharedClassify } from '@stylelens/core'
import type { EntryBuilds } from './entry-builds'
import type { WebSource } from './image-source'
import { classifierLoader } from './load-classifier'
import type { CreateClassifier } from './load-classifier'
import { loadOtherProviders } from './load-other-providers'
import type { ModelSource } from './model-source'

export interface WebPlatform {
  readonly createClassifier: CreateClassifier
  readonly classify: SharedClassify<WebSource, ModelSource>
  readonly getCapabilities: () => Promise<Capabilities>
}

export function makePlatform(builds: EntryBuilds, startWorker: () => Worker): WebPlatform {
  const createClassifier = classifierLoader(builds, startWorker)
  return {
    createClassifier,
    classify: createSharedClassify(createClassifier),
    getCapabilities: async () => (await loadOtherProviders()).readCapabilities(builds),
  }
}
