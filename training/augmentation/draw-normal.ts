// A random source in; two numbers of the standard normal distribution out.
import { drawUnit, type RandomSource } from '../dataset/random-source'

/** Box and Muller's method: exact, and always two draws. */
export function drawNormalPair(random: RandomSource): [number, number] {
  const radius = Math.sqrt(-2 * Math.log(1 - drawUnit(random))) // the draw may be 0 and never 1
  const angle = 2 * Math.PI * drawUnit(random)
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}
