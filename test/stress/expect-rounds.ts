// The reports of equal rounds and their size in; nothing out, or a failed expectation.
import { expect } from 'vitest'
import { leastGrowth } from './least-growth'
import type { RoundReport } from './stress-plan'
import { callsTooLate } from './stress-round'
import type { RoundSize } from './stress-round'

export function expectRounds(rounds: readonly RoundReport[], { calls, classifiers, disposals }: RoundSize): void {
  expect(rounds).toHaveLength(3)
  for (const { faults, answered, aborted, disposed, overlapping } of rounds) {
    expect(faults).toEqual([])
    expect(answered + aborted).toBe(calls)
    expect(disposed).toBe((classifiers + disposals) * callsTooLate)
    expect(aborted).toBeGreaterThan(calls / 50)
    expect(overlapping).toBeGreaterThan(calls / 10)
  }
  expect(leastGrowth(rounds.map(({ memory }) => memory)), 'growth of the heap').toBeLessThan(1.05)
  expect(leastGrowth(rounds.map(({ wasm }) => wasm)), "growth of WebAssembly's memory").toBeLessThan(1.05)
}
