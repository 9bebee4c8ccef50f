// A model and a provider of onnxruntime-node in; a running session, or the typed reason why there is none, out.
import { ClassifierError } from '@stylelens/core'
import type { ExecutionProviderName, Session, SessionOptions } from '@stylelens/core'
import type { InferenceSession } from 'onnxruntime-common'
import { explainStartFailure, shortReason } from './native/explain-start-failure'
import { missingForProvider } from './native/missing-for-provider'
import { missingInBinary } from './native/missing-in-binary'
import type { MissingPart } from './native/missing-part'
import { binaryFolder } from './native/native-folder'
import { openNative } from './open-onnxruntime'
import type { NativeOnnxruntime, OnnxruntimeLoaders } from './open-onnxruntime'
import { buildSessionOptions } from './session-options'
import { wrapSession } from './wrap-session'

function unavailable(name: string, { missing, mend }: MissingPart, cause?: unknown): ClassifierError {
  const details = cause === undefined ? {} : { cause }
  const said = cause === undefined ? '' : ` onnxruntime says: ${shortReason(cause)}.`
  const sentence = `Execution provider '${name}' is not available: it lacks ${missing}.${said} ${mend}`
  return new ClassifierError('provider-unavailable', sentence, details)
}

function explain(name: ExecutionProviderName, error: unknown, folder: string | undefined): ClassifierError {
  const reason = shortReason(error)
  if (name === 'cpu') {
    const mend = 'Check the model file, `sessionOptions` and the options of the provider.'
    return new ClassifierError('model-invalid', `onnxruntime-node cannot open the model: ${reason} ${mend}`, {
      cause: error,
    })
  }
  const part = explainStartFailure(name, String((error as Error).message), folder)
  if (part !== undefined) return unavailable(name, part, error)
  const mend = 'Ask for another provider.'
  return new ClassifierError('provider-failed', `Execution provider '${name}' did not start: ${reason} ${mend}`, {
    cause: error,
  })
}

/** What can be told without onnxruntime is told first: it would complain on stderr, or not name what is missing. */
function checkProvider(name: ExecutionProviderName, onnxruntime: NativeOnnxruntime, folder: string | undefined): void {
  const part = missingInBinary(name, onnxruntime) ?? missingForProvider(name, folder)
  if (part !== undefined) throw unavailable(name, part)
}

/**
 * Throws 'runtime-missing', 'provider-unavailable' where the provider cannot be had here, 'provider-failed' where
 * it does not take the model (with `strict`: not the whole of it), 'model-invalid' where even the CPU does not.
 */
export async function createNativeSession(
  model: Uint8Array,
  options: SessionOptions,
  loaders: Pick<OnnxruntimeLoaders, 'native' | 'nativeFolder'>,
): Promise<Session> {
  const { name } = options.candidate
  const onnxruntime = await openNative(loaders.native, options.logLevel)
  const folder = name === 'cpu' ? undefined : binaryFolder(loaders.nativeFolder())
  checkProvider(name, onnxruntime, folder)
  const sessionOptions = buildSessionOptions(options)
  const session = await create(onnxruntime, model, sessionOptions, (error) => explain(name, error, folder))
  const { versions } = onnxruntime.env
  const facts = {
    runtime: 'onnxruntime-node' as const,
    runtimeVersion: versions.node ?? versions.common,
    threads: sessionOptions.intraOpNumThreads ?? options.threads,
  }
  return wrapSession(onnxruntime, session, facts, (job) => job())
}

async function create(
  onnxruntime: NativeOnnxruntime,
  model: Uint8Array,
  sessionOptions: InferenceSession.SessionOptions,
  explained: (error: unknown) => ClassifierError,
): Promise<InferenceSession> {
  try {
    return await onnxruntime.InferenceSession.create(model, sessionOptions)
  } catch (error) {
    throw explained(error)
  }
}
