// The folder of Fashion-MNIST comes in, the labels of the test pictures come out: for the two final evaluations alone.
import type { NdArray } from 'ndarray'
import type { DatasetLocation } from './locate-dataset'
import { readLabels } from './read-part'

/**
 * The labels of the 10,000 test pictures, uint8 [N]. Whatever reads them could be tuned to them, so only the final
 * evaluations may; load-test-labels.test.ts watches over it.
 */
export function loadTestLabels(location: DatasetLocation, signal?: AbortSignal): Promise<NdArray<Uint8Array>> {
  return readLabels(location.directory, 'test', signal)
}
