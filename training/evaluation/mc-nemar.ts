// Two models' answers to the same pictures in; whether one is better by more than chance out.

export interface McNemar {
  /** Pictures that only the first, or only the second, answers rightly. */
  readonly onlyFirst: number
  readonly onlySecond: number
  /** Two-sided exact p-value: chance of a difference at least this large between equally good models. */
  readonly p: number
}

/** McNemar 1947, by the binomial distribution, so that small counts need no correction. */
export function mcNemar(first: readonly boolean[], second: readonly boolean[]): McNemar {
  const onlyFirst = first.filter((right, row) => right && !second[row]).length
  const onlySecond = second.filter((right, row) => right && !first[row]).length
  const count = onlyFirst + onlySecond
  let logTerm = -count * Math.LN2 // of choosing none
  let tail = 0
  for (let chosen = 0; chosen <= Math.min(onlyFirst, onlySecond); chosen++) {
    tail += Math.exp(logTerm)
    logTerm += Math.log((count - chosen) / (chosen + 1))
  }
  return { onlyFirst, onlySecond, p: Math.min(1, 2 * tail) }
}
