// A session and preprocessed pictures in; the checked outputs of the model for each picture out.
import { ClassifierError } from '../classifier-error'
import type { ModelInput, ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import type { Tensor } from '../tensor'
import { withTypedErrors } from '../with-typed-errors'
import { deriveOutputs, graphLengths } from './derive-outputs'
import { encodeInput } from './encode-input'

/** Names of outputs as the manifest calls them, with the values per picture; null: the model's length is not known. */
export type OutputLengths = Readonly<Record<string, number | null>>

/** What the model says of one picture, by the name of the output. */
export type PictureOutputs = Readonly<Record<string, Float32Array>>

/**
 * One run for all pictures; where the graph takes one number of pictures only, as many runs as that needs.
 * @param pictures each of height * width * channels values
 * @param lengths of outputs; one that the graph does not have is made of the one that it has
 * @returns one for each picture, copied out of the session's memory
 * Errors: 'run-failed' with its cause, 'model-invalid' where an output is not as the manifest says.
 */
export async function runModel(
  session: Session,
  { input, outputs }: Pick<ModelManifest, 'input' | 'outputs'>,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<PictureOutputs[]> {
  const asked = graphLengths(outputs, lengths)
  const size = input.batch ?? pictures.length
  const rows: PictureOutputs[] = []
  for (let start = 0; start < pictures.length; start += size) {
    rows.push(...await runBatch(session, input, pictures.slice(start, start + size), asked))
  }
  const names = Object.keys(lengths)
  return rows.map((row) => deriveOutputs(outputs, names, row))
}

async function runBatch(
  session: Session,
  input: ModelInput,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<PictureOutputs[]> {
  const names = Object.keys(lengths)
  const tensor = encodeInput(stackPictures(pictures, input), input.type)
  const [count] = tensor.dims
  const answer = await withTypedErrors('run-failed', 'onnxruntime failed while running the model', () =>
    session.run(input.name, tensor, names))
  const outputs = names.map((name) => readOutput(answer, name, count, lengths[name]))
  return pictures.map((_, row) => Object.fromEntries(names.map((name, index) =>
    [name, readRow(outputs[index], row, count)])))
}

/**
 * [H * W * C] each -> [N, H, W, C] or [N, C, H, W]; those that lie so already are not copied. A fixed batch is filled up
 * with blanks.
 */
export function stackPictures(
  pictures: readonly Float32Array[],
  { layout, width, height, channels, batch }: ModelInput,
): Tensor {
  const count = batch ?? pictures.length
  const dims = layout === 'NCHW' ? [count, channels, height, width] : [count, height, width, channels]
  if (count === 1) return { data: pictures[0], dims }
  const size = width * height * channels
  if (count === pictures.length && lieInARow(pictures, size)) {
    return { data: new Float32Array(pictures[0].buffer, pictures[0].byteOffset, count * size), dims }
  }
  const data = new Float32Array(count * size)
  pictures.forEach((picture, index) => data.set(picture, index * size))
  return { data, dims }
}

function lieInARow(pictures: readonly Float32Array[], size: number): boolean {
  const [{ buffer, byteOffset, BYTES_PER_ELEMENT }] = pictures
  return pictures.every((picture, index) =>
    picture.buffer === buffer && picture.byteOffset === byteOffset + index * size * BYTES_PER_ELEMENT)
}

function readOutput(
  answer: Record<string, Tensor>,
  name: string,
  pictures: number,
  length: number | null,
): Float32Array {
  const data: unknown = (answer as Partial<typeof answer> | undefined)?.[name]?.data
  if (!isFloat32Array(data)) throw invalid(`gave no float32 output "${name}", which its manifest names`)
  const isWrong = length === null
    ? data.length === 0 || data.length % pictures !== 0
    : data.length !== pictures * length
  if (isWrong) {
    const expected = length === null ? `a multiple of ${pictures}` : `${pictures} x ${length}`
    throw invalid(`gave ${data.length} values as "${name}" for ${pictures} pictures; expected ${expected}`)
  }
  if (!data.every(Number.isFinite)) {
    const mend = 'Try another execution provider.'
    throw new ClassifierError('run-failed', `The model gave values as "${name}" that are not finite numbers. ${mend}`)
  }
  return data
}

// A copy of its own for each picture: the memory is the session's, and a kept answer must not keep its neighbours'.
function readRow(output: Float32Array, row: number, pictures: number): Float32Array {
  const length = output.length / pictures
  return output.slice(row * length, (row + 1) * length)
}

// Not instanceof: test runners and iframes have a Float32Array of their own.
function isFloat32Array(data: unknown): data is Float32Array {
  return Object.prototype.toString.call(data) === '[object Float32Array]'
}

function invalid(difference: string): ClassifierError {
  return new ClassifierError('model-invalid', `The model ${difference}. Export the model again.`)
}
