// Logits or probabilities and true labels in; accuracy, interval and likelihood out.

/** Softmax of rows of `classes` logits divided by `temperature`; in float64, so that it is no source of error. */
export function softmaxRows(logits: ArrayLike<number>, classes: number, temperature = 1): Float64Array {
  const probabilities = new Float64Array(logits.length)
  for (let start = 0; start < logits.length; start += classes) {
    let largest = -Infinity
    for (let index = start; index < start + classes; index++) largest = Math.max(largest, logits[index])
    let sum = 0
    for (let index = start; index < start + classes; index++) {
      sum += probabilities[index] = Math.exp((logits[index] - largest) / temperature)
    }
    for (let index = start; index < start + classes; index++) probabilities[index] /= sum
  }
  return probabilities
}

/** Index of the largest value of row `row`; the first of equals. */
export function argmaxRow(values: ArrayLike<number>, classes: number, row: number): number {
  let best = 0
  for (let index = 1; index < classes; index++) {
    if (values[row * classes + index] > values[row * classes + best]) best = index
  }
  return best
}

export function countCorrect(values: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  let correct = 0
  for (let row = 0; row < labels.length; row++) if (argmaxRow(values, classes, row) === labels[row]) correct++
  return correct
}

/** Negative log-likelihood of each true label, in nats. */
export function pictureLosses(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): Float64Array {
  const losses = new Float64Array(labels.length)
  for (let row = 0; row < labels.length; row++)
    losses[row] = -Math.log(Math.max(probabilities[row * classes + labels[row]], 1e-300))
  return losses
}

/** Mean negative log-likelihood of the true labels, in nats. */
export function negativeLogLikelihood(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number {
  return pictureLosses(probabilities, labels, classes).reduce((sum, loss) => sum + loss, 0) / labels.length
}

/** Wilson score interval of a proportion at 95 % (Wilson 1927). */
export function wilsonInterval(correct: number, count: number): [number, number] {
  const z = 1.959963984540054
  const share = correct / count
  const centre = (share + (z * z) / (2 * count)) / (1 + (z * z) / count)
  const half = (z / (1 + (z * z) / count)) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))
  return [centre - half, centre + half]
}
