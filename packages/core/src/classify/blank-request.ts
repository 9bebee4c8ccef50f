// A model in; the run that warms it up, of one blank picture, out.
import type { ModelManifest } from '../manifest'
import { resolveClassifyOptions } from '../options/classify-options'
import type { RunRequest } from '../queue/queue-entry'
import { readPredictions } from './read-predictions'

export function blankRequest(manifest: ModelManifest): RunRequest {
  const { width, height, channels } = manifest.input
  const blank = new Float32Array(width * height * channels)
  const { lengths } = readPredictions(manifest, resolveClassifyOptions(undefined, manifest.labels))
  return { pictures: [blank], lengths }
}
