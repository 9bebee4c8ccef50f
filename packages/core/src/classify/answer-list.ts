// Many pictures in, their answers in the same order out; few are in memory at a time.
import { StopSignal } from '../abort/stop-signal'
import { throwIfAborted } from '../abort/throw-if-aborted'
import { isClassifierError } from '../classifier-error'
import { mapConcurrently } from '../map-concurrently'
import type { ResolvedEmbedOptions } from '../options/classify-options'
import type { DecodedSource } from '../runtime'
import { InputBlocks } from './input-blocks'
import type { Pipeline } from './pipeline'
import type { Reading } from './reading'

const decodesAtOnce = 4

/**
 * One run after another, so that calls which come meanwhile get their turn between two runs of a list. While one runs,
 * the pictures of the next are prepared.
 * Rejects with the error of the first failing picture, which carries its `index`.
 */
export async function answerList<Source, Answer>(
  pipeline: Pipeline<Source>,
  all: readonly (Source | DecodedSource)[],
  { lengths, tta, read }: Reading<Answer>,
  options: ResolvedEmbedOptions,
  onStart: () => void,
): Promise<Answer[]> {
  const { listSize } = pipeline
  const { signal } = options
  const failed = new StopSignal()
  const answers: Answer[] = []
  let prepared = prepare(pipeline, all, 0, options, failed)
  for (let start = 0; start < all.length; start += listSize) {
    const tensors = await prepared
    const running = pipeline.run({ pictures: tensors, lengths, tta, signal, onStart })
    prepared = prepare(pipeline, all, start + listSize, options, failed)
    running.catch(() => failed.abort())
    const [run] = await Promise.allSettled([running, prepared])
    if (run.status === 'rejected') throw run.reason
    pipeline.blocks?.giveBack(tensors)
    for (const outputs of run.value) answers.push(read(outputs))
  }
  return answers
}

/**
 * Inputs of the model for the pictures of the run that begins with this one.
 * @param failed once aborted, no further picture is begun
 */
async function prepare<Source>(
  pipeline: Pipeline<Source>,
  all: readonly (Source | DecodedSource)[],
  start: number,
  { region, signal }: ResolvedEmbedOptions,
  failed: StopSignal,
): Promise<Float32Array[]> {
  const pictures = all.slice(start, start + pipeline.listSize)
  pipeline.blocks ??= new InputBlocks(pipeline.manifest.input)
  const tensors = pipeline.blocks.take(pictures.length)
  return mapConcurrently(pictures, decodesAtOnce, (picture, position) => withIndex(start + position, async () => {
    throwIfAborted(signal)
    throwIfAborted(failed)
    const image = await pipeline.decode(picture, signal)
    return pipeline.prepare(image, region, tensors[position])
  }))
}

async function withIndex<Result>(index: number, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step()
  } catch (error) {
    // Set on the error itself: a copy would lose the stack that leads to the cause.
    if (isClassifierError(error) && error.code !== 'aborted') Object.assign(error, { index })
    throw error
  }
}
