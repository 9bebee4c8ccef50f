// A normalisation layer comes in; (x - mean) / sqrt(variance + epsilon) * gamma + beta goes out.
import type { ReferenceCall } from '../reference-layer'
import { axisOf, combine, reduce, reshape, total } from '../tensor'
import type { Tensor } from '../tensor'

/** With the moving statistics of training, along any one axis. */
export function batchNormalization({ settings, weights, inputs: [input] }: ReferenceCall): Tensor[] {
  const axis = axisOf(settings.number('axis'), input.shape.length)
  const [mean, variance] = weights.slice(-2)
  const { gamma, beta } = scaleAndShift(weights, settings.flag('scale'), settings.flag('center'), mean.shape)
  const along = (tensor: Tensor): Tensor => reshape(tensor, input.shape.map((n, i) => i === axis ? n : 1))
  const epsilon = settings.number('epsilon')
  return [combine([input, ...[mean, variance, gamma, beta].map(along)], (x, m, v, g, b) =>
    (x - m) / Math.sqrt(v + epsilon) * g + b)]
}

/** With the statistics of each example over the axes; the variance divides by the count, not by one less. */
export function layerNormalization({ settings, weights, inputs: [input] }: ReferenceCall): Tensor[] {
  const axes = settings.list('axis').map(axis => axisOf(Number(axis), input.shape.length))
  const shape = input.shape.map((n, i) => axes.includes(i) ? n : 1)
  const average = (tensor: Tensor): Tensor => reduce(tensor, axes, values => total(values) / values.length)
  const mean = average(input)
  const variance = average(combine([input, mean], (x, m) => (x - m) ** 2))
  const { gamma, beta } = scaleAndShift(weights, settings.flag('scale'), settings.flag('center'), shape)
  const epsilon = settings.number('epsilon')
  return [combine([input, mean, variance, reshape(gamma, shape), reshape(beta, shape)], (x, m, v, g, b) =>
    (x - m) / Math.sqrt(v + epsilon) * g + b)]
}

function scaleAndShift(
  weights: readonly Tensor[],
  scale: boolean,
  center: boolean,
  shape: readonly number[],
): { gamma: Tensor, beta: Tensor } {
  const filled = (value: number): Tensor =>
    ({ shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(value) })
  return { gamma: scale ? weights[0] : filled(1), beta: center ? weights[scale ? 1 : 0] : filled(0) }
}
