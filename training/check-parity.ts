// Probabilities of two runtimes for the same pictures in, how far they are apart out.
import { argmaxRow } from './metrics'

export interface Parity {
  readonly pictures: number
  /** Largest |difference| of any probability. */
  readonly maxDifference: number
  /** Pictures whose most probable class differs. */
  readonly argmaxDisagreements: number
}

/** What an exported model may differ from TensorFlow.js by. */
export const parityLimits = { maxDifference: 1e-5, argmaxDisagreements: 0 } as const

export function compareProbabilities(
  expected: ArrayLike<number>,
  received: ArrayLike<number>,
  classes: number,
): Parity {
  if (expected.length !== received.length) {
    throw new Error(
      `Parity needs equally many probabilities; ${expected.length} were expected and ${received.length} came.`,
    )
  }
  let maxDifference = 0
  for (let index = 0; index < expected.length; index++) {
    const difference = Math.abs(expected[index] - received[index])
    maxDifference = Math.max(maxDifference, Number.isNaN(difference) ? Infinity : difference)
  }
  let argmaxDisagreements = 0
  const pictures = expected.length / classes
  for (let row = 0; row < pictures; row++) {
    if (argmaxRow(expected, classes, row) !== argmaxRow(received, classes, row)) argmaxDisagreements++
  }
  return { pictures, maxDifference, argmaxDisagreements }
}

/** Throws where a runtime's answers are further from TensorFlow.js than the limits allow. */
export function assertParity(runtime: string, parity: Parity): void {
  const { maxDifference, argmaxDisagreements } = parity
  if (maxDifference <= parityLimits.maxDifference && argmaxDisagreements <= parityLimits.argmaxDisagreements) return
  throw new Error(
    `The ONNX model on ${runtime} disagrees with TensorFlow.js: largest difference ${maxDifference}, ` +
      `${argmaxDisagreements} of ${parity.pictures} pictures with another class. Nothing was written.`,
  )
}
