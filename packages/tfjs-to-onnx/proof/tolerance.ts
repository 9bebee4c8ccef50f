// A family of operators in; the largest error from the float64 reference that float32 arithmetic can explain, out.
import type { Family } from './proof-case'

/**
 * Errors are relative to the largest magnitude of the reference's output, at least 1. Float32 rounds to 6e-8: what only
 * moves numbers is exact but for the rounding of inputs, sums collect a rounding per term, recurrences one per step.
 */
const tolerances: Readonly<Record<Family, number>> = {
  activation: 1e-6,
  convolution: 1e-6,
  dense: 1e-6,
  fuzz: 1e-5,
  lookup: 1e-6,
  merge: 1e-6,
  model: 5e-6,
  normalization: 2e-6,
  pooling: 1e-6,
  rearrangement: 1e-6,
  recurrent: 5e-6,
  resampling: 1e-6,
  structure: 5e-6,
  wrapper: 5e-6,
}

export const toleranceOf = (family: Family): number => tolerances[family]

/**
 * Shaders may round exp, tanh and divisions less precisely, by the rules of WGSL; and the provider's variance is a
 * difference of two large sums.
 */
export const webgpuToleranceOf = (family: Family): number => family === 'normalization' ? 1e-4 : 5 * toleranceOf(family)
