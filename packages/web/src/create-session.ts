// A model and an execution provider in; a session on exactly that provider, or the typed reason why there is none, out.
import { ClassifierError, isClassifierError } from '@stylelens/core'
import type { Session, SessionOptions } from '@stylelens/core'
import { checkWebAssembly } from './check-webassembly'
import { buildFor } from './entry-builds'
import type { EntryBuilds } from './entry-builds'
import { gpuDevice } from './gpu-device'
import type { GpuDevice } from './gpu-device'
import type { OnnxruntimeBuild } from './onnxruntime-build'
import { noteStarted, openOnnxruntime, settle } from './open-onnxruntime'
import type { OpenOnnxruntime } from './open-onnxruntime'
import { buildSessionOptions } from './session-options'
import { wrapSession } from './wrap-session'

function explain(error: unknown, name: string): ClassifierError {
  if (isClassifierError(error)) return error
  const reason = ((error as Error).message ?? String(error)).split('\n')[0]
  // said before any model is looked at: WebAssembly itself did not start
  if (/no available backend|initWasm|previous call|WebAssembly|CompileError/i.test(reason)) {
    const mend = 'Load the page again; see `cause`.'
    return new ClassifierError('runtime-missing', `onnxruntime-web does not start: ${reason} ${mend}`, { cause: error })
  }
  if (name === 'wasm') {
    const mend = 'Check the model file and `sessionOptions`.'
    return new ClassifierError('model-invalid', `onnxruntime-web cannot open the model: ${reason} ${mend}`, { cause: error })
  }
  const mend = 'Ask for another provider.'
  return new ClassifierError('provider-failed', `Execution provider '${name}' did not start: ${reason} ${mend}`, {
    cause: error,
  })
}

/** WebNN is there where the browser has it; what it computes was never measured by this project. */
function checkWebnn(): void {
  if (typeof (globalThis.navigator as { readonly ml?: unknown } | undefined)?.ml === 'object') return
  const reason = "this browser has no WebNN. Ask for 'wasm' or 'webgpu'."
  throw new ClassifierError('provider-unavailable', `Execution provider 'webnn' is not available: ${reason}`)
}

/** What the provider needs of the page, asked before anything is downloaded for it. */
async function prepare({ candidate: { name, options } }: SessionOptions): Promise<GpuDevice | undefined> {
  checkWebAssembly(name)
  if (name === 'webnn') checkWebnn()
  return name === 'webgpu' ? gpuDevice(options) : undefined
}

async function start(
  opened: OpenOnnxruntime,
  build: OnnxruntimeBuild,
  model: Uint8Array,
  options: SessionOptions,
  device: GpuDevice | undefined,
): Promise<Session> {
  const { onnxruntime } = opened
  const { name } = options.candidate
  settle(onnxruntime, options.threads, options.logLevel)
  try {
    const session = await onnxruntime.InferenceSession.create(model, buildSessionOptions(options, device))
    noteStarted(build, onnxruntime)
    const { versions, wasm } = onnxruntime.env
    const facts = {
      runtime: 'onnxruntime-web' as const,
      runtimeVersion: versions.web ?? versions.common,
      threads: wasm.numThreads ?? 1,
    }
    return wrapSession(opened, session, facts, device)
  } catch (error) {
    throw explain(error, name)
  }
}

/**
 * wasm runs on the smallest build, webgpu and webnn on the one that fits the browser; each is loaded at first use.
 * Throws 'wasm-missing', 'runtime-missing', 'provider-unavailable', 'provider-failed' or 'model-invalid'.
 */
export async function createSession(model: Uint8Array, options: SessionOptions, builds: EntryBuilds): Promise<Session> {
  const build = buildFor(builds, options.candidate.name)
  const device = await prepare(options)
  const opened = await openOnnxruntime(build, options)
  return opened.inTurn(() => start(opened, build, model, options, device))
}
