// Pictures and the name of a corruption in; all of them corrupted, the same way every time, out.
import { PICTURE_PIXELS } from '../dataset/picture-size'
import { createRandomSource } from '../dataset/random-source'
import { corruptionNames, corruptions, type CorruptionName } from './corruptions'

// More than pictures in the data set, so that no two (corruption, picture) pairs share a seed.
const seedsPerCorruption = 100_000

/** `pictures`: [N * 784]. Picture i draws from a stream of its own, so that a part gives what the whole gives. */
export function corruptPictures(pictures: Uint8Array, name: CorruptionName, first = 0): Uint8Array {
  const target = new Uint8Array(pictures.length)
  const seed = (corruptionNames.indexOf(name) + 1) * seedsPerCorruption + first
  for (let picture = 0; picture < pictures.length / PICTURE_PIXELS; picture++) {
    const from = picture * PICTURE_PIXELS
    const random = createRandomSource(seed + picture)
    target.set(corruptions[name].corrupt(pictures.subarray(from, from + PICTURE_PIXELS), random), from)
  }
  return target
}
