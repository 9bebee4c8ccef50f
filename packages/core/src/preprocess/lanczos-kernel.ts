// A distance in source pixels in, the weight of the Lanczos kernel of three lobes out.

/** Half the kernel's width. */
export const lanczosSupport = 3

/** `sinc(x) * sinc(x / 3)` within -3..3, with `sinc(x) = sin(pi x) / (pi x)`; 0 outside. */
export function lanczos(x: number): number {
  const distance = Math.abs(x)
  if (distance === 0) return 1
  if (distance >= lanczosSupport) return 0
  const angle = Math.PI * distance
  return lanczosSupport * sinPi(distance) * sinPi(distance / lanczosSupport) / (angle * angle)
}

/**
 * `sin(pi x)` to within 1e-12. Engines may round their own `Math.sin` differently; sums and products they may not.
 */
export function sinPi(x: number): number {
  const turn = x - 2 * Math.floor((x + 1) / 2) // -1 <= turn < 1
  const folded = turn > 0.5 ? 1 - turn : turn < -0.5 ? -1 - turn : turn // sin(pi - a) = sin(a)
  const angle = Math.PI * folded
  const square = angle * angle
  let term = angle
  let sum = angle
  // Taylor series up to angle^19 / 19!: the next term is below 1e-15 for |angle| <= pi / 2.
  for (let power = 2; power <= 18; power += 2) {
    term *= -square / (power * (power + 1))
    sum += term
  }
  return sum
}
