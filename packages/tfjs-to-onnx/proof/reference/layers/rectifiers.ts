// A rectifier layer (ReLU and its kin), Softmax or Activation comes in; its formula on every number goes out.
import { activate, softmax as softmaxOver } from '../activations'
import type { ReferenceCall } from '../reference-layer'
import { axisOf, combine, map, reshape } from '../tensor'
import type { Tensor } from '../tensor'

export const activation = ({ settings, inputs: [input] }: ReferenceCall): Tensor[] =>
  [activate(settings.text('activation'), input)]

export function relu({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const most = settings.has('maxValue') ? settings.number('maxValue') : Infinity
  return [map(input, x => Math.min(Math.max(x, 0), most))]
}

export function leakyRelu({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const slope = settings.number('alpha')
  return [map(input, x => x < 0 ? slope * x : x)]
}

/** One slope per position; axes that share a slope have length 1 in alpha. */
export function parametricRelu({ weights: [alpha], inputs: [input] }: ReferenceCall): Tensor[] {
  return [combine([input, reshape(alpha, [1, ...alpha.shape])], (x, slope) => x < 0 ? slope * x : x)]
}

export function elu({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const alpha = settings.number('alpha')
  return [map(input, x => x < 0 ? alpha * Math.expm1(x) : x)]
}

export function thresholdedRelu({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const theta = settings.number('theta')
  return [map(input, x => x > theta ? x : 0)]
}

export const softmax = ({ settings, inputs: [input] }: ReferenceCall): Tensor[] =>
  [softmaxOver(input, settings.list('axis').map(axis => axisOf(Number(axis), input.shape.length)))]
