// A seed comes in, a source of repeatable draws (numbers, choices, yes or no) goes out.
import prand from 'pure-rand'

export interface Random {
  /** A number in [low, high). */
  uniform(low: number, high: number): number
  /** One of the choices, each equally likely. */
  choose<Choice>(choices: readonly Choice[]): Choice
  /** True with the given probability. */
  chance(probability: number): boolean
}

const STEPS = 2 ** 30

export function createRandom(seed: number): Random {
  const generator = prand.xoroshiro128plus(seed)
  // Neighbouring seeds begin with related states; the first draws are thrown away.
  prand.unsafeSkipN(generator, 20)
  const unit = () => prand.unsafeUniformIntDistribution(0, STEPS - 1, generator) / STEPS
  return {
    uniform: (low, high) => low + (high - low) * unit(),
    choose: (choices) => choices[Math.floor(unit() * choices.length)],
    chance: (probability) => unit() < probability,
  }
}
