// How calls are to be joined, and the number of pictures that the graph takes, in; how they can be joined out.
import type { ResolvedBatching } from '../options/batching-options'

// As many as are decoded at a time: a list of smaller runs would wait for its decoder.
const leastList = 4

/**
 * A graph of a fixed batch runs several times for more pictures, so joining more would only make the first callers wait.
 * @param batch undefined: any number
 */
export function fitBatching(batching: ResolvedBatching, batch: number | undefined): ResolvedBatching {
  if (batch === undefined) return batching
  const { maxSize, listSize } = batching
  // Whole runs: the rest of a list would be filled up with blanks at each end of a part.
  const wholeRuns = batch * Math.ceil(leastList / batch)
  return { ...batching, maxSize: Math.min(maxSize, batch), listSize: Math.min(listSize, wholeRuns) }
}
