// A session and preprocessed pictures in; the outputs of the model for each out: at once where its graph has them all.
import type { ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import { loadOtherSessions } from './load-other-sessions'
import type { OutputLengths, PictureOutputs } from './model-outputs'
import { runBatch } from './run-batch'
import type { RefuseOutput } from './run-batch'

const refuse: RefuseOutput = async (...wrong) => (await loadOtherSessions()).wrongOutput(...wrong)

/** As `runModel`, which is loaded for graphs of a fixed batch or another type, and for outputs that are made of others. */
export async function runLean(
  session: Pick<Session, 'run'>,
  manifest: Pick<ModelManifest, 'input' | 'outputs'>,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<PictureOutputs[]> {
  const { input, outputs } = manifest
  const isUsual = input.batch === undefined && input.type === 'float32' && outputs.derived === undefined
  if (isUsual) return runBatch(session, input, pictures, lengths, { refuse })
  const { runModel } = await loadOtherSessions()
  return runModel(session, manifest, pictures, lengths)
}
