// A model and batches in; the numbers of its outputs, batch by batch, out. The caller's runtime does the work.
import { ConversionError } from '../conversion-error'
import type { Answers, CheckedQuantization, Feeds, QuantizationProgress } from './quantization-options'

type Runner = Pick<CheckedQuantization, 'run' | 'signal' | 'onProgress'>

/** @throws ConversionError 'calibration-failed' where the caller's runtime throws; whatever the signal throws. */
export async function runBatches(
  { run, signal, onProgress }: Runner,
  phase: QuantizationProgress['phase'],
  model: Uint8Array,
  batches: readonly Feeds[],
  see: (answers: Answers, batch: number) => void,
): Promise<void> {
  for (const [batch, feeds] of batches.entries()) {
    signal?.throwIfAborted()
    see(await runOne(run, model, feeds, batch), batch)
    onProgress?.({ phase, done: batch + 1, total: batches.length })
  }
}

async function runOne(run: Runner['run'], model: Uint8Array, feeds: Feeds, batch: number): Promise<Answers> {
  try {
    return await run(model, feeds)
  } catch (cause) {
    const message = `Option run failed on batch ${batch}: ${(cause as Error).message}. `
      + 'Its batches must fit the inputs of the model, and it must take opset and types of the file.'
    throw new ConversionError('calibration-failed', message, { cause })
  }
}

/** @throws ConversionError 'calibration-failed' where the output is missing or holds no numbers. */
export function numbersOf(answers: Answers, name: string): ArrayLike<number> {
  const data = answers[name]?.data
  if (ArrayBuffer.isView(data) && 'length' in data) return data as unknown as ArrayLike<number>
  if (Array.isArray(data)) return data as number[]
  const names = Object.keys(answers).join(', ')
  const message = `Option run gave no numbers for "${name}", only for ${names}. Give back all outputs, each with its data.`
  throw new ConversionError('calibration-failed', message, { key: name })
}
