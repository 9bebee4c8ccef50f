// A seed in, whole numbers that are the same in every run out.

/** xorshift32. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed * 2654435761 | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
