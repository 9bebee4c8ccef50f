// Amounts after equal rounds in; the smallest growth from one round to the next, as a factor, out.

/** What is kept for ever grows in every round; what the engine still compiles or caches does not. */
export function leastGrowth(amounts: readonly number[]): number {
  const factors = amounts.slice(1).map((later, index) => (amounts[index] === later ? 1 : later / amounts[index]))
  return Math.min(...factors)
}
