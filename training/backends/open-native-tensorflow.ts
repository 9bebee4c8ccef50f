// A number of threads in; tfjs-node as `npm run setup:native` installed it, with its own gradients, out.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import util from 'node:util'
import { BackendError } from './backend-error'
import type { TensorFlow } from './tensorflow'

const nativeFolder = new URL('../native/', import.meta.url)

export interface NativeTensorFlow {
  readonly tf: TensorFlow
  /** Versions and threads, for records. */
  readonly software: string
}

/** True where tfjs-node and its compiled binding lie in training/native. */
export function isNodeBackendInstalled(): boolean {
  return existsSync(new URL('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node', nativeFolder))
}

export function openNativeTensorFlow(threads: number): NativeTensorFlow {
  if (!isNodeBackendInstalled()) {
    const sentences = 'tfjs-node is not installed. Run `npm run setup:native`, or pass `--backend wasm` (slower).'
    throw new BackendError('backend-missing', sentences)
  }
  // TensorFlow reads these once, when its library loads.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '1'
  process.env.TF_NUM_INTRAOP_THREADS = String(threads)
  process.env.TF_NUM_INTEROP_THREADS = '1'
  // Node 23 removed two functions that tfjs-node 4.22 still calls.
  Object.assign(util, { isArray: Array.isArray, isNullOrUndefined: (value: unknown) => value == null })
  const tf = createRequire(new URL('package.json', nativeFolder))('@tensorflow/tfjs-node') as VersionedTensorFlow
  const { TF_Version: version } = (tf.backend() as unknown as NativeBackend).binding
  return { tf, software: `tfjs-node ${tf.version['tfjs-node']} on TensorFlow ${version}, ${threads} thread(s)` }
}

type VersionedTensorFlow = TensorFlow & { readonly version: Record<string, string> }

interface NativeBackend {
  readonly binding: { readonly TF_Version: string }
}
