// The answers of several models in, their mean out: still probabilities.

/** All of one length, [N * classes]. */
export function meanProbabilities(answers: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(answers[0].length)
  for (const answer of answers) answer.forEach((probability, index) => (mean[index] += probability / answers.length))
  return mean
}
