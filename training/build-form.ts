// A layers model and a weight format in; its ONNX file at the temperature that fits this very form, and its answers, out.
import type { ConversionReport, WeightFormat } from 'tfjs-to-onnx'
import type { LayersModel } from './backends/tensorflow'
import { buildOnnx, outputNames } from './build-onnx'
import { labels } from './dataset/labels'
import { mirror } from './dataset/picture-features'
import { fitTemperature } from './fit-temperature'
import { softmaxRows } from './metrics'
import { runOnnx } from './run-onnx'

export interface ValidationPictures {
  /** All training pictures, [N * 784]. */
  readonly pictures: Uint8Array
  /** Which of them are for validation. */
  readonly indices: Int32Array
  /** True classes of these, in their order. */
  readonly labels: ArrayLike<number>
}

export interface ModelForm {
  readonly dtype: WeightFormat
  readonly bytes: Uint8Array
  readonly report: ConversionReport
  readonly temperature: number
  /** Of the validation pictures, [N * 10]. */
  readonly probabilities: Float32Array
  /** The same of the mean over a picture and its mirror image. */
  readonly flip: { readonly temperature: number; readonly probabilities: Float64Array }
}

/** Folds and quantises first: the temperature is fitted on what the stored numbers answer, not on what they were. */
export async function buildForm(
  model: LayersModel,
  { name, recipe }: { readonly name: string; readonly recipe: string },
  dtype: WeightFormat,
  validation: ValidationPictures,
): Promise<ModelForm> {
  const raw = await buildOnnx(model, name, recipe, 1, dtype)
  const { logits } = await ask(raw.bytes, validation, [outputNames.logits])
  const temperature = fitTemperature(logits, validation.labels, labels.length)
  const { bytes, report } = await buildOnnx(model, name, recipe, temperature, dtype)
  const answers = await ask(bytes, validation, [outputNames.logits, outputNames.probabilities])
  const mirrored = await ask(bytes, { ...validation, pictures: mirror(validation.pictures) }, [outputNames.logits])
  const flip = fitFlip(answers.logits, mirrored.logits, validation.labels)
  return { dtype, bytes, report, temperature, probabilities: answers.probabilities, flip }
}

const ask = (onnx: Uint8Array, { pictures, indices }: ValidationPictures, outputs: readonly string[]) =>
  runOnnx('onnxruntime-node', onnx, pictures, indices, outputs)

/** As `tta: 'flip'` answers, see run-flipped.ts of core. */
function fitFlip(plain: Float32Array, mirrored: Float32Array, truth: ArrayLike<number>): ModelForm['flip'] {
  const means = plain.map((logit, index) => (logit + mirrored[index]) / 2)
  const temperature = fitTemperature(means, truth, labels.length)
  return { temperature, probabilities: softmaxRows(means, labels.length, temperature) }
}
