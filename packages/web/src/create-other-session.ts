// A model and an execution provider other than 'wasm' in; a session on it, or the typed reason why there is none, out.
import { ClassifierError } from '@stylelens/core'
import type { Session, SessionOptions } from '@stylelens/core'
import { checkWebAssembly } from './check-webassembly'
import { buildFor } from './entry-builds'
import type { EntryBuilds } from './entry-builds'
import { gpuDevice } from './gpu-device'
import type { GpuDevice } from './gpu-device'
import { guardDevice } from './guard-device'
import { openOnnxruntime } from './open-onnxruntime'
import { buildSessionOptions } from './session-options'
import { startSession } from './start-session'

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

/** As `createSession`. */
export async function createOtherSession(
  model: Uint8Array,
  options: SessionOptions,
  builds: EntryBuilds,
): Promise<Session> {
  const build = await buildFor(builds, options.candidate.name)
  const device = await prepare(options)
  const opened = await openOnnxruntime(build, options)
  const chosen = buildSessionOptions(options, device)
  return opened.inTurn(() => startSession(opened, build, model, options, chosen, device && guardDevice(device)))
}
