// A session and the tensor of one run in; the checked outputs of the model for each picture out.
import type { Session } from '../runtime'
import type { InputTensor, Tensor } from '../tensor'
import { withTypedErrors } from '../with-typed-errors'
import { isFloat32Array } from './is-float32-array'
import type { OutputLengths, PictureOutputs } from './model-outputs'
import type { wrongOutput } from './wrong-output'

/** The error for an output that is not as the manifest says. */
export type RefuseOutput = (...wrong: Parameters<typeof wrongOutput>) => Error | Promise<Error>

/** @param tensor of so many pictures or, filled up with blanks, of more: its first dimension */
export async function runBatch(
  session: Pick<Session, 'run'>,
  inputName: string,
  tensor: InputTensor,
  pictures: number,
  lengths: OutputLengths,
  refuse: RefuseOutput,
): Promise<PictureOutputs[]> {
  const names = Object.keys(lengths)
  const [count] = tensor.dims
  const answer = await withTypedErrors('run-failed', 'onnxruntime failed while running the model', () =>
    session.run(inputName, tensor, names))
  const outputs = await Promise.all(names.map((name) => readOutput(answer, name, count, lengths[name], refuse)))
  return Array.from({ length: pictures }, (_, row) => Object.fromEntries(names.map((name, index) =>
    [name, readRow(outputs[index], row, count)])))
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
