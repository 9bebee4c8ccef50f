// A model and an execution provider in; a session on exactly that provider, or the typed reason why there is none, out.
import { ClassifierError } from '@stylelens/core'
import type { Session, SessionOptions } from '@stylelens/core'
import { createNativeSession } from './create-native-session'
import { createWasmSession } from './create-wasm-session'
import { noteLoaded } from './loaded-providers'
import { onnxruntimeLoaders } from './open-onnxruntime'
import type { OnnxruntimeLoaders } from './open-onnxruntime'

/**
 * cpu, cuda, tensorrt, coreml, dml and webgpu run on onnxruntime-node, wasm on onnxruntime-web.
 * Both are loaded at first use.
 * Throws 'runtime-missing', 'provider-unavailable', 'provider-failed' or 'model-invalid'.
 */
export async function createSession(
  model: Uint8Array,
  options: SessionOptions,
  loaders: OnnxruntimeLoaders = onnxruntimeLoaders,
): Promise<Session> {
  const session = await createOn(model, options, loaders)
  noteLoaded(options.candidate.name)
  return session
}

async function createOn(model: Uint8Array, options: SessionOptions, loaders: OnnxruntimeLoaders): Promise<Session> {
  const { name } = options.candidate
  if (name === 'wasm') return createWasmSession(model, options, loaders.web)
  if (name === 'webnn' || name === 'auto') {
    const reason =
      name === 'webnn'
        ? 'WebNN is part of browsers and not of Node.'
        : 'it stands for a list and is no provider itself.'
    throw new ClassifierError(
      'provider-unavailable',
      `Execution provider '${name}' is not available: ${reason} Ask for 'cpu' or 'wasm'.`,
    )
  }
  return createNativeSession(model, options, loaders)
}
