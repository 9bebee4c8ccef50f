// TensorFlow.js on WebGPU in Node: any GPU that Dawn finds (Vulkan, Metal, Direct3D), without TensorFlow's C library.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import * as core from '@tensorflow/tfjs-core'
import * as layers from '@tensorflow/tfjs-layers'
import { accelerateLayers } from './accelerate-layers'
import { BackendError } from './backend-error'
import { composedNormalization } from './composed-normalization'
import type { TensorFlow, TrainingBackend } from './tensorflow'

const folder = new URL('../webgpu/', import.meta.url)
const load = createRequire(new URL('package.json', folder))

/** The part of the npm package `webgpu` and of WebGPU itself that is needed here. */
interface Dawn {
  readonly globals: object
  create(flags: string[]): { requestAdapter(): Promise<{ readonly info: AdapterInfo } | null> }
}
interface AdapterInfo {
  readonly vendor: string
  readonly architecture: string
  readonly description: string
}

/** True where `npm run setup:webgpu` has put the packages into training/webgpu. */
export function isWebgpuInstalled(): boolean {
  return ['webgpu', '@tensorflow/tfjs-backend-webgpu'].every((name) =>
    existsSync(new URL(`node_modules/${name}/package.json`, folder)),
  )
}

export async function loadWebgpuBackend(): Promise<TrainingBackend> {
  const adapter = await openAdapter()
  const tf = { ...core, ...layers } as TensorFlow
  // It finds the tfjs-core of this project, and registers itself there.
  load('@tensorflow/tfjs-backend-webgpu')
  const { version } = load('@tensorflow/tfjs-backend-webgpu/package.json') as { version: string }
  if (!(await tf.setBackend('webgpu'))) {
    throw new BackendError('backend-device', `tfjs-backend-webgpu does not start on ${adapter}. Try --backend wasm.`)
  }
  return {
    tf,
    name: 'webgpu',
    description: `WebGPU (tfjs-backend-webgpu ${version}) on ${adapter}`,
    accelerate: (model) => accelerateLayers(tf, model, composedNormalization(tf), 'webgpu'),
  }
}

/** Gives Node the `navigator.gpu` that browsers have; returns what the adapter says of itself. */
async function openAdapter(): Promise<string> {
  if (!isWebgpuInstalled()) {
    const sentences = 'The backend webgpu is not installed. Run `npm run setup:webgpu` (162 MB), or pass --backend wasm.'
    throw new BackendError('backend-missing', sentences)
  }
  const address = pathToFileURL(load.resolve('webgpu')).href
  const { create, globals } = (await import(address)) as Dawn
  const gpu = create([])
  const adapter = await gpu.requestAdapter()
  if (adapter === null) {
    const sentences = 'WebGPU finds no GPU here, as a driver (on Linux: Vulkan) is missing. Pass --backend wasm.'
    throw new BackendError('backend-device', sentences)
  }
  Object.assign(globalThis, globals)
  Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true })
  const { vendor, architecture, description } = adapter.info
  return [vendor, architecture, description].filter(Boolean).join(', ')
}
