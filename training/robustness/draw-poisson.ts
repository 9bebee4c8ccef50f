// A random source and a mean in; a count of the Poisson distribution out.
import { drawUnit, type RandomSource } from '../dataset/random-source'

/** Knuth's method, whose time grows with the mean: for small ones. */
export function drawPoisson(random: RandomSource, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = drawUnit(random); product >= limit; product *= drawUnit(random)) count++
  return count
}
