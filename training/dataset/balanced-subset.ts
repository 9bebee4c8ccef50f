// Pictures' numbers, labels and a share in; that share of each class, drawn by a seed, out.
import { createRandomSource } from './random-source'
import { shuffle } from './shuffle'

/**
 * At least one picture a class; ascending. With the same seed a smaller share is a part of a larger one.
 * @param indices which pictures there are to choose from
 * @param labels uint8 [N], by the picture's number
 * @param fraction above 0, at most 1
 * @throws RangeError for another fraction
 */
export function balancedSubset(indices: Int32Array, labels: Uint8Array, fraction: number, seed: number): Int32Array {
  if (!(fraction > 0 && fraction <= 1)) {
    throw new RangeError(`A share of the pictures lies above 0 and is at most 1; received ${fraction}.`)
  }
  const random = createRandomSource(seed)
  const chosen = [...new Set(labels)].sort().flatMap((label) => {
    const members = shuffle(indices.filter((index) => labels[index] === label), random)
    return [...members.subarray(0, Math.max(1, Math.round(fraction * members.length)))]
  })
  return Int32Array.from(chosen).sort()
}
