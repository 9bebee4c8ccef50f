// Shapes and functions of a position come in; dense float64 tensors, read and rearranged by position, go out.

export interface Tensor {
  readonly shape: readonly number[]
  readonly data: Float64Array
}

export type Position = readonly number[]

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1)

/** The tensor whose element at each position is what the function says; the position is reused between calls. */
export function tabulate(shape: readonly number[], value: (position: Position) => number): Tensor {
  const data = new Float64Array(sizeOf(shape))
  let offset = 0
  forEachPosition(shape, (position) => {
    data[offset] = value(position)
    offset += 1
  })
  return { shape: [...shape], data }
}

/** Row-major: the last axis moves fastest. */
export function forEachPosition(shape: readonly number[], visit: (position: Position) => void): void {
  const position = shape.map(() => 0)
  for (let left = sizeOf(shape); left > 0; left -= 1) {
    visit(position)
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      position[axis] += 1
      if (position[axis] < shape[axis]) break
      position[axis] = 0
    }
  }
}

export function read({ shape, data }: Tensor, position: Position): number {
  let offset = 0
  for (let axis = 0; axis < shape.length; axis += 1) offset = offset * shape[axis] + position[axis]
  return data[offset]
}

export const map = ({ shape, data }: Tensor, value: (x: number) => number): Tensor => ({ shape, data: data.map(value) })

export const reshape = ({ data }: Tensor, shape: readonly number[]): Tensor => ({ shape, data })

/** Axis i of the result is axis permutation[i] of the tensor. */
export function transpose(tensor: Tensor, permutation: readonly number[]): Tensor {
  const source = tensor.shape.map(() => 0)
  return tabulate(permutation.map(axis => tensor.shape[axis]), (position) => {
    permutation.forEach((axis, i) => { source[axis] = position[i] })
    return read(tensor, source)
  })
}

/** Negative axes count from the end. */
export const axisOf = (axis: number, rank: number): number => axis < 0 ? axis + rank : axis

/** One number per set of positions that differ only along the axes, which stay with length 1. */
export function reduce(tensor: Tensor, axes: readonly number[], combine: (values: number[]) => number): Tensor {
  const kept = tensor.shape.map((length, axis) => axes.includes(axis) ? 1 : length)
  const groups = Array.from({ length: sizeOf(kept) }, (): number[] => [])
  forEachPosition(tensor.shape, (position) => {
    const offset = kept.reduce((sum, length, axis) => sum * length + (length === 1 ? 0 : position[axis]), 0)
    groups[offset].push(read(tensor, position))
  })
  return { shape: kept, data: Float64Array.from(groups, combine) }
}

export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity)

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Axes of length 1 stretch, as in numpy; all tensors have the same rank. */
export function combine(tensors: readonly Tensor[], value: (...values: number[]) => number): Tensor {
  const shape = tensors[0].shape.map((_, axis) => largest(tensors.map(tensor => tensor.shape[axis])))
  return tabulate(shape, position => value(...tensors.map(tensor =>
    read(tensor, position.map((index, axis) => tensor.shape[axis] === 1 ? 0 : index)))))
}
