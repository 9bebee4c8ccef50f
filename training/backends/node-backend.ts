// TensorFlow.js on TensorFlow's C library (tfjs-node, installed by `npm run setup:native`), with the fused gradients in place.
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import util from 'node:util'
import type { BackendOptions } from './backend-options'
import { fuseBatchNormalization } from './fuse-batch-normalization'
import { fuseReluGradient } from './fuse-relu-gradient'
import type { TensorFlow, TrainingBackend } from './tensorflow'

const nativeFolder = new URL('../native/', import.meta.url)

/** True where `npm run setup:native` has put tfjs-node and its compiled binding. */
export function isNodeBackendInstalled(): boolean {
  return existsSync(new URL('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node', nativeFolder))
}

export async function loadNodeBackend({ threads }: BackendOptions): Promise<TrainingBackend> {
  if (!isNodeBackendInstalled()) {
    throw new Error('tfjs-node is not installed. Run `npm run setup:native`, or pass `--backend cpu` (far slower).')
  }
  // TensorFlow reads these once, when its library loads.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '1'
  process.env.TF_NUM_INTRAOP_THREADS = String(threads)
  process.env.TF_NUM_INTEROP_THREADS = '1'
  // Node 23 removed two functions that tfjs-node 4.22 still calls.
  Object.assign(util, { isArray: Array.isArray, isNullOrUndefined: (value: unknown) => value == null })
  const tf = createRequire(new URL('package.json', nativeFolder))('@tensorflow/tfjs-node') as NodeTensorFlow
  fuseReluGradient(tf)
  return {
    tf,
    name: 'node',
    description: `tfjs-node ${tf.version['tfjs-node']} on TensorFlow ${tf.node.getTFVersion?.() ?? 'unknown'}, ${threads} thread(s), fused batch-norm and ReLU gradients`,
    accelerate: (model) => {
      for (const layer of model.layers) {
        if (layer.getClassName() === 'BatchNormalization') fuseBatchNormalization(tf, layer)
      }
    },
  }
}

type NodeTensorFlow = TensorFlow & { readonly version: Record<string, string>; readonly node: { getTFVersion?(): string } }
