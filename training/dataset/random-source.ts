// A seed or a saved state comes in, a stream of uniform 32-bit integers comes out.
import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/** Whatever draws uniform unsigned 32-bit integers. */
export interface RandomSource {
  /** The next integer, 0 to 2^32 - 1. */
  next(): number
}

/** A random source whose state fits into a checkpoint (four 32-bit integers, safe in JSON). */
export interface ResumableRandomSource extends RandomSource {
  getState(): readonly number[]
}

// xoroshiro128+ starts from a nearly empty state: neighbouring seeds give alike streams until it has mixed.
const WARM_UP_DRAWS = 64

const wrap = (generator: RandomGenerator): ResumableRandomSource => ({
  next: () => generator.unsafeNext() >>> 0,
  getState: () => generator.getState(),
})

/** A generator (xoroshiro128+) started from `seed`, of which the low 32 bits count. */
export function createRandomSource(seed: number): ResumableRandomSource {
  const generator = xoroshiro128plus(seed)
  for (let draw = 0; draw < WARM_UP_DRAWS; draw++) generator.unsafeNext()
  return wrap(generator)
}

/** The generator that continues exactly where `getState()` was called. */
export function restoreRandomSource(state: readonly number[]): ResumableRandomSource {
  return wrap(xoroshiro128plus.fromState(state))
}

/** A uniform integer, 0 to `bound` - 1. Made of the high bits; its bias is below `bound` / 2^32. */
export function drawInteger(random: RandomSource, bound: number): number {
  return Math.floor((random.next() / 2 ** 32) * bound)
}

/** A uniform number, 0 included, 1 excluded. */
export function drawUnit(random: RandomSource): number {
  return random.next() / 2 ** 32
}
