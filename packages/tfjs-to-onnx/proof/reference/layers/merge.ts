// A layer that joins two or more tensors comes in; their sum, product, extreme, junction or dot product goes out.
import type { ReferenceCall, ReferenceLayer } from '../reference-layer'
import { axisOf, combine, largest, map, read, reduce, reshape, tabulate, total } from '../tensor'
import type { Tensor } from '../tensor'

/** A tensor of lower rank gets its missing axes right behind the batch. */
export const merge = (join: (values: number[]) => number): ReferenceLayer => ({ inputs }) => {
  const rank = largest(inputs.map(({ shape }) => shape.length))
  const aligned = inputs.map((input) => {
    const [batch, ...rest] = input.shape
    return reshape(input, [batch, ...Array<number>(rank - input.shape.length).fill(1), ...rest])
  })
  return [combine(aligned, (...values) => join(values))]
}

export const mergeFunctions = {
  add: total,
  multiply: (values: number[]): number => values.reduce((product, value) => product * value, 1),
  average: (values: number[]): number => total(values) / values.length,
  maximum: largest,
  minimum: (values: number[]): number => -largest(values.map(value => -value)),
} as const

/** Any negative axis is the last one in tfjs. */
export function concatenate({ settings, inputs }: ReferenceCall): Tensor[] {
  const rank = inputs[0].shape.length
  const axis = settings.number('axis') < 0 ? rank - 1 : settings.number('axis')
  const lengths = inputs.map(({ shape }) => shape[axis])
  const shape = inputs[0].shape.map((n, i) => i === axis ? total(lengths) : n)
  return [tabulate(shape, (position) => {
    let which = 0
    let index = position[axis]
    while (index >= lengths[which]) {
      index -= lengths[which]
      which += 1
    }
    return read(inputs[which], position.map((n, i) => i === axis ? index : n))
  })]
}

/** The batch pairs up; the two axes are summed over; what remains of left comes before what remains of right. */
export function dot({ settings, inputs }: ReferenceCall): Tensor[] {
  const axes = settings.numbers('axes', 2).map((axis, i) => axisOf(axis, inputs[i].shape.length))
  const [left, right] = settings.flag('normalize') ? inputs.map((x, i) => unitLength(x, axes[i])) : inputs
  const free = (tensor: Tensor, axis: number): number[] => tensor.shape.filter((_, i) => i !== 0 && i !== axis)
  const [rows, columns] = [free(left, axes[0]), free(right, axes[1])]
  const product = tabulate([left.shape[0], ...rows, ...columns], ([batch, ...rest]) => {
    const at = (position: readonly number[], axis: number, index: number): number[] =>
      [batch, ...position.slice(0, axis - 1), index, ...position.slice(axis - 1)]
    let sum = 0
    for (let k = 0; k < left.shape[axes[0]]; k += 1) {
      sum += read(left, at(rest.slice(0, rows.length), axes[0], k)) * read(right, at(rest.slice(rows.length), axes[1], k))
    }
    return sum
  })
  return [product.shape.length === 1 ? reshape(product, [...product.shape, 1]) : product]
}

function unitLength(tensor: Tensor, axis: number): Tensor {
  const squares = reduce(map(tensor, x => x * x), [axis], total)
  return combine([tensor, squares], (x, square) => x / Math.sqrt(Math.max(square, 1e-7)))
}
