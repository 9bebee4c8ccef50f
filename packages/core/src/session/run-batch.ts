// A session and the pictures of one run in; the checked outputs of the model for each picture out.
import type { ModelInput } from '../manifest'
import type { Session } from '../runtime'
import type { InputTensor, Tensor } from '../tensor'
import { withTypedErrors } from '../with-typed-errors'
import { isFloat32Array } from './is-float32-array'
import type { OutputLengths, PictureOutputs } from './model-outputs'
import type { wrongOutput } from './wrong-output'

export interface BatchSteps {
  /** To the type of the graph's input. Not given: float32, as it is. */
  readonly encode?: (tensor: Tensor) => InputTensor
  /** The error for an output that is not as the manifest says. */
  readonly refuse: RefuseOutput
}

export type RefuseOutput = (...wrong: Parameters<typeof wrongOutput>) => Error | Promise<Error>

export async function runBatch(
  session: Pick<Session, 'run'>,
  input: ModelInput,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
  { encode, refuse }: BatchSteps,
): Promise<PictureOutputs[]> {
  const names = Object.keys(lengths)
  const stacked = stackPictures(pictures, input)
  const tensor = encode ? encode(stacked) : stacked
  const [count] = stacked.dims
  const answer = await withTypedErrors('run-failed', 'onnxruntime failed while running the model', () =>
    session.run(input.name, tensor, names))
  const outputs = await Promise.all(names.map((name) => readOutput(answer, name, count, lengths[name], refuse)))
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

async function readOutput(
  answer: Record<string, Tensor>,
  name: string,
  pictures: number,
  length: number | null,
  refuse: RefuseOutput,
): Promise<Float32Array> {
  const data: unknown = (answer as Partial<typeof answer> | undefined)?.[name]?.data
  if (isFloat32Array(data) && hasLength(data, pictures, length) && data.every(Number.isFinite)) return data
  throw await refuse(data, name, pictures, length)
}

function hasLength({ length: values }: Float32Array, pictures: number, length: number | null): boolean {
  return length === null ? values > 0 && values % pictures === 0 : values === pictures * length
}

// A copy of its own for each picture: the memory is the session's, and a kept answer must not keep its neighbours'.
function readRow(output: Float32Array, row: number, pictures: number): Float32Array {
  const length = output.length / pictures
  return output.slice(row * length, (row + 1) * length)
}
