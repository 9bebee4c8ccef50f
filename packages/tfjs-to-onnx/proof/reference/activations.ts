// The name of an activation and a tensor come in; the activation by its textbook formula, in float64, goes out.
import { combine, largest, map, reduce, total } from './tensor'
import type { Tensor } from './tensor'

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))

/** Klambauer et al. 2017. */
const selu = { alpha: 1.6732632423543772848, scale: 1.0507009873554804934 }

const elementWise: Readonly<Record<string, (x: number) => number>> = {
  linear: x => x,
  relu: x => Math.max(x, 0),
  relu6: x => Math.min(Math.max(x, 0), 6),
  elu: x => x > 0 ? x : Math.expm1(x),
  selu: x => selu.scale * (x > 0 ? x : selu.alpha * Math.expm1(x)),
  sigmoid,
  hardSigmoid: x => Math.min(Math.max(0.2 * x + 0.5, 0), 1),
  softplus,
  softsign: x => x / (1 + Math.abs(x)),
  tanh: Math.tanh,
  gelu: x => 0.5 * x * (1 + errorFunction(x / Math.SQRT2)),
  gelu_new: x => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  mish: x => x * Math.tanh(softplus(x)),
  swish: x => x * sigmoid(x),
}

export const activationNames = [...Object.keys(elementWise), 'softmax', 'logSoftmax']

export function activate(name: string, input: Tensor): Tensor {
  const last = [input.shape.length - 1]
  if (name === 'softmax') return softmax(input, last)
  if (name === 'logSoftmax') return softmax(input, last, true)
  if (!(name in elementWise)) throw new Error(`The reference knows no activation "${name}".`)
  return map(input, elementWise[name])
}

/** exp(x) over its sum along the axes, or the logarithm of that. */
export function softmax(input: Tensor, axes: readonly number[], logarithm = false): Tensor {
  const top = reduce(input, axes, largest)
  const shifted = combine([input, top], (x, most) => x - most)
  const sum = reduce(map(shifted, Math.exp), axes, total)
  return combine([shifted, sum], (x, all) => logarithm ? x - Math.log(all) : Math.exp(x) / all)
}

/** erf by its series with only positive terms: 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (2n+1)!!. */
function errorFunction(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x)
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n += 1) {
    term *= 2 * x * x / (2 * n + 1)
    sum += term
  }
  return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum
}
