// A Dense layer comes in; the last axis times the kernel [in, out], plus bias, through the activation, goes out.
import { activate } from '../activations'
import type { ReferenceCall } from '../reference-layer'
import { read, tabulate } from '../tensor'
import type { Tensor } from '../tensor'
import { addBias } from './convolution'

export function dense({ settings, weights, inputs: [input] }: ReferenceCall): Tensor[] {
  const [kernel, bias] = weights
  return [activate(settings.text('activation'), addBias(multiply(input, kernel), bias))]
}

export function multiply(input: Tensor, kernel: Tensor): Tensor {
  const [inputs, outputs] = kernel.shape
  return tabulate([...input.shape.slice(0, -1), outputs], (position) => {
    const unit = position[position.length - 1]
    const row = position.slice(0, -1)
    let sum = 0
    for (let i = 0; i < inputs; i += 1) sum += read(input, [...row, i]) * read(kernel, [i, unit])
    return sum
  })
}
