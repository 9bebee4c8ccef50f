// A model and an execution provider in; a session on exactly that provider, or the typed reason why there is none, out.
import type { Session, SessionOptions } from '@stylelens/core'
import { canCompile } from './can-compile'
import type { EntryBuilds } from './entry-builds'
import { loadOtherProviders } from './load-other-providers'
import { openOnnxruntime } from './open-onnxruntime'
import { startSession } from './start-session'

/**
 * wasm runs on the smallest build, webgpu and webnn on the one that fits the browser; each is loaded at first use.
 * Throws 'wasm-missing', 'runtime-missing', 'provider-unavailable', 'provider-failed' or 'model-invalid'.
 */
export async function createSession(model: Uint8Array, options: SessionOptions, builds: EntryBuilds): Promise<Session> {
  const { candidate: { name, options: ofProvider }, sessionOptions } = options
  if (name !== 'wasm' || canCompile() !== true) {
    const { createOtherSession } = await loadOtherProviders()
    return createOtherSession(model, options, builds)
  }
  const opened = await openOnnxruntime(builds.wasm, options)
  const executionProviders = [{ ...ofProvider, name }]
  const chosen = { ...sessionOptions, executionProviders }
  return opened.inTurn(() => startSession(opened, builds.wasm, model, options, chosen))
}
