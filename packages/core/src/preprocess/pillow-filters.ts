// The name of one of Pillow's filters in; its kernel and how far it reaches out.
import type { PillowFilter } from '../manifest'
import { lanczos, lanczosSupport, sinPi } from './lanczos-kernel'

export interface Kernel {
  /** Pixels to each side of the centre that count. */
  readonly support: number
  /** The weight at a distance from the centre, in pixels; 0 beyond the support. */
  weigh(distance: number): number
}

/** Not smooth: the left border of a pixel belongs to the pixel before. */
const box: Kernel = { support: 0.5, weigh: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) }

const bilinear: Kernel = { support: 1, weigh: (x) => Math.max(0, 1 - Math.abs(x)) }

// Pillow writes these two constants in single precision.
const hammingMean = Math.fround(0.54)
const hammingSwing = Math.fround(0.46)

/** `sin(pi x) / (pi x)` in a Hamming window. */
function hamming(x: number): number {
  const distance = Math.abs(x)
  if (distance === 0) return 1
  if (distance >= 1) return 0
  const cosine = sinPi(distance + 0.5)
  return (sinPi(distance) / (Math.PI * distance)) * (hammingMean + hammingSwing * cosine)
}

/** Keys' cubic with a = -0.5. */
function bicubic(x: number): number {
  const distance = Math.abs(x)
  if (distance < 1) return (1.5 * distance - 2.5) * distance * distance + 1
  return distance < 2 ? (((distance - 5) * distance + 8) * distance - 4) * -0.5 : 0
}

/** 'nearest' is none of them: it takes one pixel for each, and weighs nothing. */
export const pillowKernels: Readonly<Record<Exclude<PillowFilter, 'nearest'>, Kernel>> = {
  box,
  bilinear,
  hamming: { support: 1, weigh: hamming },
  bicubic: { support: 2, weigh: bicubic },
  lanczos: { support: lanczosSupport, weigh: lanczos },
}
