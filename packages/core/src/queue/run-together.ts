// Calls that waited together in; their outputs, by one run of the model for all of them, out.
import { isClassifierError } from '../classifier-error'
import type { OutputLengths } from '../session/model-outputs'
import type { QueueEntry } from './queue-entry'
import type { RunPictures } from './run-pictures'

/** False where the run failed: which of them it was is not known, and each is to run by itself. */
export async function runTogether(entries: readonly QueueEntry[], run: RunPictures): Promise<boolean> {
  for (const entry of entries) entry.start()
  try {
    const outputs = await run(entries.flatMap(({ pictures }) => pictures), joinLengths(entries))
    let row = 0
    for (const entry of entries) entry.resolve(outputs.slice(row, row += entry.pictures.length))
  } catch (error) {
    if (!isClassifierError(error, 'device-lost')) return false
    for (const entry of entries) entry.reject(error)
  }
  return true
}

/** One run must give every output that any of the calls wants. */
function joinLengths(entries: readonly QueueEntry[]): OutputLengths {
  return Object.assign({}, ...entries.map(({ lengths }) => lengths)) as OutputLengths
}
