// Contestants and a number of rounds in; the order of each round out, so that no one is always first.

/** Every second round runs backwards: what drifts in the machine then falls on all alike. */
export function alternate<Contestant>(contestants: readonly Contestant[], rounds: number): Contestant[][] {
  return Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? [...contestants] : [...contestants].reverse()))
}
