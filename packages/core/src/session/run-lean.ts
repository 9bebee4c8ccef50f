// A session and preprocessed pictures in; the outputs of the model for each out: at once where its graph has them all.
import type { ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import { loadOtherSessions } from './load-other-sessions'
import type { OutputLengths, PictureOutputs } from './model-outputs'
import { runBatch } from './run-batch'

/** As `runModel`, which is loaded for graphs of a fixed batch and for outputs that are made of others. */
export async function runLean(
  session: Pick<Session, 'run'>,
  manifest: Pick<ModelManifest, 'input' | 'outputs'>,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<PictureOutputs[]> {
  const { input, outputs } = manifest
  if (input.batch === undefined && outputs.derived === undefined) {
    return runBatch(session, input, pictures, lengths, async (...wrong) => (await loadOtherSessions()).wrongOutput(...wrong))
  }
  const { runModel } = await loadOtherSessions()
  return runModel(session, manifest, pictures, lengths)
}
