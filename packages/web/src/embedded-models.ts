// The models that come with the package, best first; the name of one and of a file in, where that file lies, out.
import { absoluteAddress } from './page-address'

/** `copy-files.mjs` copies these from the repository when the package is built. */
export const embeddedModelNames = ['fashion-small', 'fashion-nano'] as const

export type EmbeddedModelName = (typeof embeddedModelNames)[number]

export function isEmbeddedModel(name: string): name is EmbeddedModelName {
  return (embeddedModelNames as readonly string[]).includes(name)
}

type Addresses = Readonly<Record<string, () => URL>>

/** Every address is written out: bundlers follow `new URL('...', import.meta.url)` only where they can read it. */
const addresses: Readonly<Record<EmbeddedModelName, Addresses>> = {
  'fashion-small': {
    'manifest.json': () => new URL('../models/fashion-small/manifest.json', import.meta.url),
    'model.onnx': () => new URL('../models/fashion-small/model.onnx', import.meta.url),
    'model-fp16.onnx': () => new URL('../models/fashion-small/model-fp16.onnx', import.meta.url),
    'model-int8.onnx': () => new URL('../models/fashion-small/model-int8.onnx', import.meta.url),
    'golden.json': () => new URL('../models/fashion-small/golden.json', import.meta.url),
  },
  'fashion-nano': {
    'manifest.json': () => new URL('../models/fashion-nano/manifest.json', import.meta.url),
    'model.onnx': () => new URL('../models/fashion-nano/model.onnx', import.meta.url),
    'model-fp16.onnx': () => new URL('../models/fashion-nano/model-fp16.onnx', import.meta.url),
    'model-int8.onnx': () => new URL('../models/fashion-nano/model-int8.onnx', import.meta.url),
    'golden.json': () => new URL('../models/fashion-nano/golden.json', import.meta.url),
  },
}

/** Undefined where the model has no such file. */
export function embeddedAddress(name: EmbeddedModelName, file: string): string | undefined {
  const address = addresses[name][file]?.().href
  return address && absoluteAddress(address)
}
