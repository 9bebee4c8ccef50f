// Nothing in; onnxruntime-node or onnxruntime-web out, loaded at first use, without telemetry and quiet on stderr.
import { ClassifierError } from '@stylelens/core'

export type Onnxruntime = typeof import('onnxruntime-common')
export type NativeOnnxruntime = Onnxruntime & Pick<typeof import('onnxruntime-node'), 'listSupportedBackends'>

/** A CommonJS package behind import(): its names may lie on `default` only. */
type Loaded<Module> = Module | { readonly default: Module }

/** Loaders of the two packages; a test may hand in ones that fail. */
export interface OnnxruntimeLoaders {
  readonly native: () => Promise<Loaded<NativeOnnxruntime>>
  readonly web: () => Promise<Loaded<Onnxruntime>>
}

export const onnxruntimeLoaders: OnnxruntimeLoaders = {
  native: () => import('onnxruntime-node'),
  web: () => import('onnxruntime-web'),
}

const mends = {
  'onnxruntime-node':
    'Run `ONNXRUNTIME_NODE_INSTALL=skip npm install`: the CPU needs none of its downloads. ' +
    "Where it has no binary for this machine, ask for the provider 'wasm'.",
  'onnxruntime-web': 'Run `npm install onnxruntime-web`.',
}

async function open<Module extends Onnxruntime>(
  name: keyof typeof mends,
  load: () => Promise<Loaded<Module>>,
): Promise<Module> {
  try {
    const loaded = await load()
    const module = 'default' in loaded ? loaded.default : loaded
    // its warnings are for its developers; a level that the application chose is left as it is
    if (module.env.logLevel === undefined || module.env.logLevel === 'warning') module.env.logLevel = 'fatal'
    return module
  } catch (error) {
    const reason = ((error as Error).message ?? String(error)).split('\n')[0]
    throw new ClassifierError('runtime-missing', `${name} cannot be loaded: ${reason} ${mends[name]}`, { cause: error })
  }
}

/** Throws 'runtime-missing' where the package is missing or its binary does not load (musl, old glibc, Intel Mac). */
export function openNative(load: OnnxruntimeLoaders['native']): Promise<NativeOnnxruntime> {
  // read by the native library when its first session is made; the caller's own choice stands
  process.env['ORT_DISABLE_TELEMETRY'] ??= '1'
  return open('onnxruntime-node', load)
}

/** onnxruntime-web as it runs in Node: WebAssembly on the CPU. Throws 'runtime-missing'. */
export function openWeb(load: OnnxruntimeLoaders['web']): Promise<Onnxruntime> {
  return open('onnxruntime-web', load)
}
