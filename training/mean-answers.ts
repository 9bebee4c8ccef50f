// What several models said of the same pictures in; what they say together, the mean of each number, out.
import type { Float16Array } from '@petamoriken/float16'

// Summed in double precision a piece at a time: what teachers say of all views would fill gigabytes at once.
const piece = 100_000

/** `answers`: all of one length, logits or probabilities of any classes. */
export function meanAnswers<T extends Float16Array | Float64Array>(answers: readonly T[]): T {
  const mean = answers[0].slice() as T
  for (let start = 0; start < mean.length; start += piece) {
    const sum = new Float64Array(Math.min(piece, mean.length - start))
    for (const answer of answers) {
      Float64Array.from(answer.subarray(start, start + piece)).forEach((value, index) => (sum[index] += value))
    }
    mean.set(sum.map((value) => value / answers.length), start)
  }
  return mean
}
