// A session and preprocessed pictures in; the checked outputs of the model for each picture out.
import { loadPart } from '../load-part'
import type { ModelInput, ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import type { Tensor } from '../tensor'
import { withTypedErrors } from '../with-typed-errors'
import { isFloat32Array } from './is-float32-array'

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
  const derive = outputs.derived && await loadPart(() => import('./derive-outputs'))
  const asked = derive ? derive.graphLengths(outputs, lengths) : lengths
  const size = input.batch ?? pictures.length
  const rows: PictureOutputs[] = []
  for (let start = 0; start < pictures.length; start += size) {
    rows.push(...await runBatch(session, input, pictures.slice(start, start + size), asked))
  }
  const names = Object.keys(lengths)
  return derive ? rows.map((row) => derive.deriveOutputs(outputs, names, row)) : rows
}

async function runBatch(
  session: Session,
  input: ModelInput,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<PictureOutputs[]> {
  const names = Object.keys(lengths)
  const tensor = stack(pictures, input)
  const [count] = tensor.dims
  const answer = await withTypedErrors('run-failed', 'onnxruntime failed while running the model', () =>
    session.run(input.name, tensor, names))
  const outputs = await Promise.all(names.map((name) => readOutput(answer, name, count, lengths[name])))
  return pictures.map((_, row) => Object.fromEntries(names.map((name, index) =>
    [name, readRow(outputs[index], row, count)])))
}

// [H * W * C] each -> [N, H, W, C] or [N, C, H, W]; one alone is not copied. A fixed batch is filled up with blanks.
function stack(pictures: readonly Float32Array[], { layout, width, height, channels, batch }: ModelInput): Tensor {
  const count = batch ?? pictures.length
  const dims = layout === 'NCHW' ? [count, channels, height, width] : [count, height, width, channels]
  if (count === 1) return { data: pictures[0], dims }
  const size = width * height * channels
  const data = new Float32Array(count * size)
  pictures.forEach((picture, index) => data.set(picture, index * size))
  return { data, dims }
}

async function readOutput(
  answer: Record<string, Tensor>,
  name: string,
  pictures: number,
  length: number | null,
): Promise<Float32Array> {
  const data: unknown = (answer as Partial<typeof answer> | undefined)?.[name]?.data
  if (isFloat32Array(data) && hasLength(data, pictures, length) && data.every(Number.isFinite)) return data
  const { wrongOutput } = await loadPart(() => import('./wrong-output'))
  throw wrongOutput(data, name, pictures, length)
}

function hasLength({ length: values }: Float32Array, pictures: number, length: number | null): boolean {
  return length === null ? values > 0 && values % pictures === 0 : values === pictures * length
}

// A copy of its own for each picture: the memory is the session's, and a kept answer must not keep its neighbours'.
function readRow(output: Float32Array, row: number, pictures: number): Float32Array {
  const length = output.length / pictures
  return output.slice(row * length, (row + 1) * length)
}
