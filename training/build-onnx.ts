// A trained layers model and its temperature in, the ONNX file that is shipped out: the same bytes for the same weights.
import { convertLayersModel, type ConversionReport, type WeightFormat } from 'tfjs-to-onnx'
import type { LayersModel } from './backends/tensorflow'
import { normalization } from './config'
import { labels } from './dataset/labels'
import { embeddingLayer } from './network'

export const inputName = 'image'
export const outputNames = { logits: 'logits', probabilities: 'probabilities', embedding: 'embedding' } as const

/** What a picture must be like; goes into the manifest and, as JSON, into the file itself. */
export const inputContract = {
  name: inputName,
  type: 'float32',
  layout: 'NHWC',
  width: 28,
  height: 28,
  channels: 1,
  range: [0, 1],
  polarity: 'bright-on-black',
  resize: { method: 'lanczos3', fit: 'longest-side', odd: 'top-left' },
  normalization: { value: normalization, applied: 'in-graph' },
} as const

/**
 * Normalisation is two nodes before the first convolution: its padding is zero, so they cannot be folded into it.
 * The temperature is divided into the last dense layer.
 */
export async function buildOnnx(
  model: LayersModel,
  name: string,
  recipe: string,
  temperature: number,
  weights: WeightFormat = 'fp32',
): Promise<{ bytes: Uint8Array; report: ConversionReport }> {
  return convertLayersModel(model, {
    opset: 17,
    weights,
    keepBelow: 512, // the first and the last layer cost half of the error of int8, and save little
    names: weights === 'fp32' ? 'layers' : 'short', // a small form is chosen for its size, and read by nobody
    input: { name: inputName, subtract: normalization.mean, multiply: 1 / normalization.std },
    outputs: [
      { name: outputNames.logits, divideBy: temperature },
      { name: outputNames.probabilities, softmaxOf: outputNames.logits },
      { name: outputNames.embedding, layer: embeddingLayer },
    ],
    metadata: {
      model: name,
      recipe,
      labels: JSON.stringify(labels),
      input: JSON.stringify(inputContract),
      temperature: JSON.stringify({ value: temperature, applied: 'in-graph' }),
    },
  })
}
