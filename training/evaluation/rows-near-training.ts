// Training and test pictures in; which test pictures are nearly the same as one that was trained or chosen on, out.
import { nearDuplicates } from '../dataset/near-duplicates'
import { PICTURE_PIXELS } from '../dataset/picture-size'

/**
 * Rows of `test` [N * 784] that share a group of near-duplicates, mirrored or not, with a picture of `training`.
 * A minute for the 70,000 pictures of Fashion-MNIST.
 */
export function rowsNearTraining(training: Uint8Array, test: Uint8Array): Set<number> {
  const all = new Uint8Array(training.length + test.length)
  all.set(training)
  all.set(test, training.length)
  const groups = nearDuplicates(all)
  const count = training.length / PICTURE_PIXELS
  const trained = new Set(groups.subarray(0, count))
  return new Set(Array.from(groups.subarray(count).keys()).filter((row) => trained.has(groups[count + row])))
}
