// A session and preprocessed pictures in; the checked outputs of the model, picture after picture, out.
import { ClassifierError } from '../classifier-error'
import type { ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import type { Tensor } from '../tensor'
import { withTypedErrors } from '../with-typed-errors'

/** Names of outputs as the manifest calls them, with the values per picture; null: the model's length is not known. */
export type OutputLengths = Readonly<Record<string, number | null>>

/**
 * One run for all pictures.
 * @param pictures each of height * width * channels values
 * @returns by output name, `pictures.length` times the values per picture, copied out of the session's memory
 * Errors: 'run-failed' with its cause, 'model-invalid' where an output is not as the manifest says.
 */
export async function runModel(
  session: Session,
  { input }: ModelManifest,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<Record<string, Float32Array>> {
  const names = Object.keys(lengths)
  const tensor = stack(pictures, [input.height, input.width, input.channels])
  const answer = await withTypedErrors('run-failed', 'onnxruntime failed while running the model', () =>
    session.run(input.name, tensor, names))
  return Object.fromEntries(names.map((name) => [name, readOutput(answer, name, pictures.length, lengths[name])]))
}

// [H * W * C] each -> [N, H, W, C]
function stack(pictures: readonly Float32Array[], shape: readonly number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1)
  const data = new Float32Array(pictures.length * size)
  pictures.forEach((picture, index) => data.set(picture, index * size))
  return { data, dims: [pictures.length, ...shape] }
}

function readOutput(
  answer: Record<string, Tensor>,
  name: string,
  pictures: number,
  length: number | null,
): Float32Array {
  const data: unknown = (answer as Partial<typeof answer> | undefined)?.[name]?.data
  if (!isFloat32Array(data)) throw invalid(`gave no float32 output "${name}", which its manifest names`)
  if (length === null ? data.length === 0 : data.length !== pictures * length) {
    const expected = length === null ? 'some' : `${pictures} x ${length}`
    throw invalid(`gave ${data.length} values as "${name}" for ${pictures} pictures; expected ${expected}`)
  }
  if (!data.every(Number.isFinite)) {
    const mend = 'Try another execution provider.'
    throw new ClassifierError('run-failed', `The model gave values as "${name}" that are not finite numbers. ${mend}`)
  }
  return data.slice()
}

// Not instanceof: test runners and iframes have a Float32Array of their own.
function isFloat32Array(data: unknown): data is Float32Array {
  return Object.prototype.toString.call(data) === '[object Float32Array]'
}

function invalid(difference: string): ClassifierError {
  return new ClassifierError('model-invalid', `The model ${difference}. Export the model again.`)
}
