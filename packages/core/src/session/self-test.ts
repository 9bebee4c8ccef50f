// A session on a GPU and its model in; nothing out, or an error where the driver computes something else.
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { ExecutionProviderName } from '../execution-provider'
import type { ModelManifest, SelfTest } from '../manifest'
import type { Runtime, Session } from '../runtime'
import { messageOf, withTypedErrors } from '../with-typed-errors'
import { parseGoldenVectors } from './golden-vectors'
import type { GoldenVectors } from './golden-vectors'
import { runModel } from './run-model'
import type { SessionModel } from './session-model'

const mend = 'Update the driver of the GPU.'

/**
 * Runs the golden vectors of the model in one batch; a model without any, or without any of its dtype, passes.
 * Errors: 'self-test' with the largest difference, 'device-lost', 'model-invalid', and those of reading the vectors:
 * 'model-not-found', 'model-integrity', 'model-manifest'.
 */
export async function selfTest(
  platform: Pick<Runtime<never, never>, 'sha256'>,
  session: Session,
  model: SessionModel,
  provider: ExecutionProviderName,
): Promise<void> {
  const { manifest, readFile } = model
  if (!manifest.selfTest || !readFile) return
  const golden = parseGoldenVectors(await read(platform, model, manifest.selfTest), manifest.selfTest.file, manifest)
  if (!golden) return
  const logits = await runGolden(session, manifest, golden, provider)
  const difference = largestDifference(logits, golden)
  const { tolerance } = manifest.selfTest
  if (difference <= tolerance) return
  const sentence = `${provider} computes something else than the model: its logits for the golden vectors`
  const figures = `differ by up to ${difference.toPrecision(3)}; ${tolerance} is allowed.`
  throw new ClassifierError('self-test', `${sentence} ${figures} ${mend}`)
}

/** The logits of each picture. A driver whose run fails, or gives values that are not finite, miscomputes too. */
async function runGolden(
  session: Session,
  manifest: ModelManifest,
  { pictures }: GoldenVectors,
  provider: ExecutionProviderName,
): Promise<Float32Array[]> {
  const { outputs: { logits }, labels } = manifest
  try {
    const answers = await runModel(session, manifest, pictures, { [logits]: labels.length })
    return answers.map((answer) => answer[logits])
  } catch (cause) {
    if (!isClassifierError(cause, 'run-failed')) throw cause
    const sentence = `${provider} cannot run the golden vectors of the model: ${messageOf(cause)} ${mend}`
    throw new ClassifierError('self-test', sentence, { cause })
  }
}

async function read(
  platform: Pick<Runtime<never, never>, 'sha256'>,
  { readFile }: SessionModel,
  { file, sha256 }: SelfTest,
): Promise<Uint8Array> {
  const bytes = await withTypedErrors('model-not-found', `${file} could not be read`, async () => {
    if (!readFile) throw new Error('the model came without a way to its files')
    return readFile(file)
  })
  if (sha256 === undefined) return bytes
  const digest = await withTypedErrors('model-integrity', `The checksum of ${file} could not be computed`, () =>
    platform.sha256(bytes))
  if (digest.toLowerCase() === sha256.toLowerCase()) return bytes
  const sentence = `${file} is not the file that the manifest describes: its SHA-256 is ${digest} instead of ${sha256}.`
  throw new ClassifierError('model-integrity', `${sentence} Install or download the model again.`)
}

function largestDifference(logits: readonly Float32Array[], golden: GoldenVectors): number {
  const differences = logits.flatMap((row, picture) =>
    Array.from(row, (value, label) => Math.abs(value - golden.logits[picture][label])))
  return Math.max(...differences)
}
