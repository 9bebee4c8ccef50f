// The name of an embedded model and of one of its files in; where that file lies, or undefined, out.
import { embeddedAddress } from './embedded-models'
import type { EmbeddedModelName } from './embedded-models'
import { absoluteAddress } from './page-address'

type Addresses = Readonly<Record<string, () => URL>>

/** Beside the ONNX file. Written out, for bundlers. */
const addresses: Readonly<Record<EmbeddedModelName, Addresses>> = {
  'fashion-small': {
    'manifest.json': () => new URL('../models/fashion-small/manifest.json', import.meta.url),
    'model-fp16.onnx': () => new URL('../models/fashion-small/model-fp16.onnx', import.meta.url),
    'model-int8.onnx': () => new URL('../models/fashion-small/model-int8.onnx', import.meta.url),
    'golden.json': () => new URL('../models/fashion-small/golden.json', import.meta.url),
  },
  'fashion-nano': {
    'manifest.json': () => new URL('../models/fashion-nano/manifest.json', import.meta.url),
    'model-fp16.onnx': () => new URL('../models/fashion-nano/model-fp16.onnx', import.meta.url),
    'model-int8.onnx': () => new URL('../models/fashion-nano/model-int8.onnx', import.meta.url),
    'golden.json': () => new URL('../models/fashion-nano/golden.json', import.meta.url),
  },
}

/** Undefined where the model has no such file. */
export function embeddedFileAddress(name: EmbeddedModelName, file: string): string | undefined {
  if (file === 'model.onnx') return embeddedAddress(name)
  const address = addresses[name][file]?.().href
  return address && absoluteAddress(address)
}
