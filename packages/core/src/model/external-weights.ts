// An ONNX file and a way to the files beside it in; the file with the weights that it keeps beside itself inside, out.
import { ClassifierError } from '../classifier-error'
import { withTypedErrors } from '../with-typed-errors'
import { fileTooLarge } from './file-too-large'
import { filePath } from './manifest-fields'
import type { ModelFiles } from './model-files'
import { inlineExternalData } from './onnx/inline-external-data'
import type { OnnxFacts } from './onnx/onnx-facts'

/**
 * Errors: 'model-unsupported' for weights outside the folder of the model, or where there is none; 'model-not-found',
 * 'model-invalid' where a file of weights is missing or too short.
 */
export async function withExternalWeights(
  bytes: Uint8Array,
  facts: OnnxFacts,
  file: string,
  { readExternalData }: Pick<ModelFiles, 'readExternalData'>,
  maxBytes: number,
): Promise<Uint8Array> {
  const weights = new Map<string, Uint8Array>()
  for (const location of new Set(facts.external.map((tensor) => tensor.location))) {
    if (!readExternalData) throw unsupported(file, location, 'it came without a folder')
    const path = pathOf(location, file)
    const sentence = `The weights "${location}" of ${file} could not be read`
    const data = await withTypedErrors('model-not-found', sentence, () => readExternalData(path))
    if (data.length > maxBytes) throw fileTooLarge(location, data.length, maxBytes)
    weights.set(location, data)
  }
  return weights.size === 0 ? bytes : inlineExternalData(bytes, facts, weights)
}

/** From the folder of the ONNX file, which may be one within that of the model. */
function pathOf(location: string, file: string): string {
  const name = location.replace(/^\.\//, '')
  if (!filePath.accepts(name)) throw unsupported(file, location, 'that is outside of its folder')
  return file.replace(/[^/]*$/, '') + name
}

function unsupported(file: string, location: string, reason: string): ClassifierError {
  const sentence = `${file} keeps its weights in ${JSON.stringify(location)}, and ${reason}.`
  return new ClassifierError('model-unsupported', `${sentence} Export the model with its weights inside.`)
}
