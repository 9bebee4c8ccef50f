// What each teacher says in; what they say together, the mean of their logits, out.
import { Float16Array } from '@petamoriken/float16'

const chunk = 100_000

/** All of one length. Half precision is left for the sum and taken up again after it. */
export function meanLogits(teachers: readonly Float16Array[]): Float16Array {
  const mean = new Float16Array(teachers[0].length)
  for (let start = 0; start < mean.length; start += chunk) {
    const parts = teachers.map((logits) => Float32Array.from(logits.subarray(start, start + chunk)))
    const sum = parts.reduce((left, right) => left.map((value, index) => value + right[index]))
    mean.set(sum.map((value) => value / teachers.length), start)
  }
  return mean
}
