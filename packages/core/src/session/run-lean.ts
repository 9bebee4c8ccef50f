// A session and preprocessed pictures in; the outputs of the model for each out: of one alone at once.
import type { ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import { loadOtherSessions } from './load-other-sessions'
import type { OutputLengths, PictureOutputs } from './model-outputs'
import { runBatch } from './run-batch'
import type { RefuseOutput } from './run-batch'

const refuse: RefuseOutput = async (...wrong) => (await loadOtherSessions()).wrongOutput(...wrong)

/** As `runModel`, which is loaded for several pictures, and for graphs and outputs that are not the usual ones. */
export async function runLean(
  session: Pick<Session, 'run'>,
  manifest: Pick<ModelManifest, 'input' | 'outputs'>,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<PictureOutputs[]> {
  const { input, outputs } = manifest
  const { name, type, layout, batch, width, height, channels } = input
  const isUsual = type === 'float32' && layout === 'NHWC' && batch === undefined && outputs.derived === undefined
  if (isUsual && pictures.length === 1) {
    return runBatch(session, name, { data: pictures[0], dims: [1, height, width, channels] }, 1, lengths, refuse)
  }
  const { runModel } = await loadOtherSessions()
  return runModel(session, manifest, pictures, lengths)
}
