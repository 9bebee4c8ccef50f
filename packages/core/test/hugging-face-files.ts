// Changes in; the files of a Hugging Face style folder, and the manifest that is made of them, out.
import { ClassifierError } from '../src/classifier-error'
import type { ModelManifest } from '../src/manifest'
import { manifestFromHuggingFace } from '../src/model/hugging-face/manifest-from-hugging-face'
import type { OnnxFacts } from '../src/model/onnx/onnx-facts'
import { readOnnx } from '../src/model/onnx/read-onnx'
import { parseManifest } from '../src/model/parse-manifest'
import { makeOnnx, node, sampleGraph, valueInfo } from './make-onnx'

export const config = { id2label: { 0: 'cat', 1: 'dog' } }

export const vit = {
  do_resize: true,
  size: { height: 224, width: 224 },
  resample: 2,
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.4, 0.5, 0.6],
  image_processor_type: 'ViTImageProcessor',
}

export const file = { file: 'onnx/model.onnx', dtype: 'fp32', name: 'folder' } as const

/** As exporters name sizes that are open. */
export const open = ['batch_size', 'num_channels', 'height', 'width']

export function factsOf(input: (number | string)[] | null = open, output = 'logits', operator = 'Gemm'): OnnxFacts {
  return readOnnx(
    makeOnnx({
      ...sampleGraph,
      input: [valueInfo('pixel_values', input)],
      output: [valueInfo(output, ['N', 2])],
      node: [node(operator, ['pixel_values', 'weight'], [output])],
    }),
  )
}

export function make(preprocessor: object, changes: { config?: object; facts?: OnnxFacts } = {}): ModelManifest {
  const facts = changes.facts ?? factsOf()
  return parseManifest(
    manifestFromHuggingFace({ ...config, ...changes.config }, { ...vit, ...preprocessor }, facts, file),
  )
}

export function errorOf(work: () => unknown): ClassifierError {
  try {
    work()
  } catch (error) {
    if (error instanceof ClassifierError) return error
    throw error
  }
  throw new Error('accepted')
}
