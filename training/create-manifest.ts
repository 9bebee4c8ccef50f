// A layers model and its exported forms in, the manifest of the model folder out.
import { createHash } from 'node:crypto'
import type { LayersModel } from './backends/tensorflow'
import type { ModelForm } from './build-form'
import { inputContract, outputNames } from './build-onnx'
import { labels } from './dataset/labels'

/** 'model.onnx' is what a model is without any choice. */
export const formFile = (dtype: ModelForm['dtype']) => (dtype === 'fp32' ? 'model.onnx' : `model-${dtype}.onnx`)

/** What the manifest says of one file. */
export function describeForm({ dtype, bytes, temperature, flip }: ModelForm) {
  return {
    temperature: { value: temperature, applied: 'in-graph' },
    flipTemperature: { value: flip.temperature, applied: 'in-pipeline' },
    file: formFile(dtype),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  } as const
}

const countOf = (shape: readonly (number | null)[]) =>
  shape.reduce<number>((product, size) => product * (size ?? 1), 1)

/** `whole`: the fp32 form; `small`: those beside it that may be shipped. */
export function createManifest(
  { name, recipe }: { readonly name: string; readonly recipe: string },
  model: LayersModel,
  whole: ModelForm,
  small: readonly ModelForm[],
) {
  const { temperature, flipTemperature, ...file } = describeForm(whole)
  return {
    manifestVersion: 1,
    name,
    description: 'Ten kinds of clothing (Fashion-MNIST) from a 28x28 grey picture',
    labels,
    input: inputContract,
    preprocess: 'auto',
    outputs: outputNames,
    temperature,
    flipTemperature,
    recipe,
    ...file,
    files: Object.fromEntries(small.map((form) => [form.dtype, describeForm(form)])),
    opset: whole.report.opset,
    parameters: model.trainableWeights.reduce((sum, { shape }) => sum + countOf(shape), 0),
    macs: whole.report.multiplyAccumulates,
    embeddingSize: model.getLayer('logits').getWeights()[0].shape[0],
    license: 'MIT',
  } as const
}
