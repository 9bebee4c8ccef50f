// Indices and a random source come in, the same array in a uniformly random order comes out.
import { drawInteger } from './random-source'
import type { RandomSource } from './random-source'

/** Shuffles `indices` in place (Fisher-Yates) and gives the same array back. Draws `indices.length - 1` times. */
export function shuffle(indices: Int32Array, random: RandomSource): Int32Array {
  for (let last = indices.length - 1; last > 0; last--) {
    const chosen = drawInteger(random, last + 1)
    const kept = indices[last]
    indices[last] = indices[chosen]
    indices[chosen] = kept
  }
  return indices
}
