// The builds of onnxruntime of an entry in; everything of a browser that a classifier needs, in a page or a worker, out.
import type { Runtime } from '@stylelens/core'
import { createSession } from './create-session'
import { decodeImage } from './decode-image'
import { delay } from './delay'
import type { EntryBuilds } from './entry-builds'
import type { VideoSource, WebSource } from './image-source'
import { loadModel } from './load-model'
import type { ModelSource } from './model-source'
import { startedBuilds } from './open-onnxruntime'
import { sha256 } from './sha256'
import { videoFrames } from './video-frames'

/** More threads than these gain nothing for models as small as ours. */
const mostThreads = 4

export const browserRuntime = (builds: EntryBuilds): Runtime<WebSource, ModelSource, VideoSource> => ({
  defaultExecutionProviders: ['wasm'],
  autoExecutionProviders: builds.jspi === undefined ? ['wasm'] : ['wasm', 'webgpu'],
  loadedProviders: () => startedBuilds().map((name) => (name === 'wasm' ? 'wasm' : 'webgpu')),
  hardwareThreads: () => (globalThis.crossOriginIsolated === true ? Math.min(mostThreads, navigator.hardwareConcurrency) : 1),
  decodeImage,
  loadModel,
  createSession: (model, options) => createSession(model, options, builds),
  sha256,
  clock: () => performance.now(),
  delay,
  frames: videoFrames,
})
