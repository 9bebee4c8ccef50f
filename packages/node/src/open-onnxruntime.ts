// Nothing in; onnxruntime-node or onnxruntime-web out, loaded at first use, without telemetry and quiet on stderr.
import { ClassifierError } from '@stylelens/core'
import type { LogLevel } from '@stylelens/core'
import { setLogLevel } from './log-levels'
import { explainUnloadable } from './native/explain-unloadable'
import type { MissingPart } from './native/missing-part'
import { packageFolder } from './native/native-folder'
import { reinstall } from './reinstall'

export type Onnxruntime = typeof import('onnxruntime-common')
export type NativeOnnxruntime = Onnxruntime & Pick<typeof import('onnxruntime-node'), 'listSupportedBackends'>

/** A CommonJS package behind import(): its names may lie on `default` only. */
type Loaded<Module> = Module | { readonly default: Module }

/** Loaders of the two; a test may hand in ones that fail. */
export interface OnnxruntimeLoaders {
  readonly native: () => Promise<Loaded<NativeOnnxruntime>>
  readonly web: () => Promise<Loaded<Onnxruntime>>
  /** The folder of the package that `native` loads; undefined where it is not installed. */
  readonly nativeFolder: () => string | undefined
}

export const onnxruntimeLoaders: OnnxruntimeLoaders = {
  native: () => import('onnxruntime-node'),
  // @ts-expect-error the file comes without declarations
  web: () => import('../runtime/ort.node.min.mjs') as Promise<Onnxruntime>,
  nativeFolder: packageFolder,
}

async function open<Module extends Onnxruntime>(
  name: string,
  load: () => Promise<Loaded<Module>>,
  explain: (error: unknown) => MissingPart,
  logLevel: LogLevel | undefined,
): Promise<Module> {
  try {
    const loaded = await load()
    const module = 'default' in loaded ? loaded.default : loaded
    setLogLevel(module.env, logLevel)
    return module
  } catch (error) {
    const { missing, mend } = explain(error)
    const sentence = `${name} cannot be loaded: it lacks ${missing}. ${mend}`
    throw new ClassifierError('runtime-missing', sentence, { cause: error })
  }
}

/** Throws 'runtime-missing' where the package is missing or its binary does not load (musl, old glibc, Intel Mac). */
export function openNative(load: OnnxruntimeLoaders['native'], logLevel?: LogLevel): Promise<NativeOnnxruntime> {
  // read by the native library when its first session is made; the caller's own choice stands
  process.env['ORT_DISABLE_TELEMETRY'] ??= '1'
  return open('onnxruntime-node', load, explainUnloadable, logLevel)
}

export function explainMissingWeb(error: unknown): MissingPart {
  const reason = String((error as Error | undefined)?.message ?? error).split('\n')[0]
  return { missing: `what it is loaded from (${reason})`, mend: reinstall }
}

/** The files of onnxruntime-web that lie in this package: WebAssembly on the CPU. Throws 'runtime-missing'. */
export function openWeb(load: OnnxruntimeLoaders['web'], logLevel?: LogLevel): Promise<Onnxruntime> {
  return open('onnxruntime-web', load, explainMissingWeb, logLevel)
}
