// Fields to change in; a valid manifest.json for a model of four labels out.
import { makeOnnx } from './make-onnx'

export const sampleLabels = ['bag', 'coat', 'dress', 'shirt']

export const sampleModelBytes = makeOnnx()

export const sampleDigest = 'ab'.repeat(32)

export function sampleManifest(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    manifestVersion: 1,
    name: 'sample',
    description: 'For tests.',
    labels: [...sampleLabels],
    input: sampleInput(),
    preprocess: 'raw',
    outputs: { logits: 'logits', probabilities: 'probabilities', embedding: 'embedding' },
    temperature: { value: 1.5, applied: 'in-graph' },
    recipe: 'none',
    dtype: 'fp32',
    file: 'model.onnx',
    sha256: sampleDigest,
    bytes: sampleModelBytes.length,
    opset: 17,
    parameters: 10,
    macs: 20,
    embeddingSize: 2,
    license: 'MIT',
    ...changes,
  }
}

export function sampleInput(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'image',
    type: 'float32',
    layout: 'NHWC',
    width: 28,
    height: 28,
    channels: 1,
    range: [0, 1],
    polarity: 'bright-on-black',
    resize: { method: 'lanczos3', fit: 'longest-side', odd: 'top-left' },
    normalization: { value: { mean: 0.28, std: 0.35 }, applied: 'in-graph' },
    ...changes,
  }
}
