// A model in; a session of onnxruntime-web's WebAssembly in Node, or the typed reason why there is none, out.
import { ClassifierError } from '@stylelens/core'
import type { Session, SessionOptions } from '@stylelens/core'
import { openWeb } from './open-onnxruntime'
import type { Onnxruntime, OnnxruntimeLoaders } from './open-onnxruntime'
import { reinstall } from './reinstall'
import { runInTurn } from './run-in-turn'
import { buildSessionOptions } from './session-options'
import { wrapSession } from './wrap-session'

function explain(error: unknown): ClassifierError {
  const reason = ((error as Error).message ?? String(error)).split('\n')[0]
  // said before any model is looked at: the .wasm file or WebAssembly itself is not there
  if (/no available backend|initWasm|WebAssembly/i.test(reason)) {
    return new ClassifierError('runtime-missing', `onnxruntime-web does not start: ${reason} ${reinstall}`, {
      cause: error,
    })
  }
  const mend = 'Check the model file and `sessionOptions`.'
  return new ClassifierError('model-invalid', `onnxruntime-web cannot open the model: ${reason} ${mend}`, {
    cause: error,
  })
}

/** The first session of the process fixes the number of threads; onnxruntime lowers it where they cannot be had. */
function settleThreads({ env }: Onnxruntime, threads: number): void {
  env.wasm.numThreads ??= threads
}

async function create(onnxruntime: Onnxruntime, model: Uint8Array, options: SessionOptions): Promise<Session> {
  settleThreads(onnxruntime, options.threads)
  const { intraOpNumThreads: _, ...sessionOptions } = buildSessionOptions(options)
  try {
    const session = await onnxruntime.InferenceSession.create(model, sessionOptions)
    const { versions, wasm } = onnxruntime.env
    const runtimeVersion = versions.web ?? versions.common
    const facts = { runtime: 'onnxruntime-web' as const, runtimeVersion, threads: wasm.numThreads ?? 1 }
    return wrapSession(onnxruntime, session, facts, runInTurn)
  } catch (error) {
    throw explain(error)
  }
}

/** Throws 'runtime-missing' or 'model-invalid'. Nothing of it overlaps with another session of onnxruntime-web. */
export async function createWasmSession(
  model: Uint8Array,
  options: SessionOptions,
  load: OnnxruntimeLoaders['web'],
): Promise<Session> {
  const onnxruntime = await openWeb(load, options.logLevel)
  return runInTurn(() => create(onnxruntime, model, options))
}
