// A dense row-major tensor and a permutation of its axes come in; the same numbers in the permuted order go out.

/** Axis i of the result is axis `permutation[i]` of the source, as in tf.transpose. */
export function permute(data: Float64Array, shape: readonly number[], permutation: readonly number[]): Float64Array {
  const sourceStrides = stridesOf(shape)
  const strides = permutation.map(axis => sourceStrides[axis])
  const sizes = permutation.map(axis => shape[axis])
  const position = sizes.map(() => 0)
  const permuted = new Float64Array(data.length)
  let source = 0
  for (let target = 0; target < permuted.length; target++) {
    permuted[target] = data[source]
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      source += strides[axis]
      if (++position[axis] < sizes[axis]) break
      source -= strides[axis] * sizes[axis]
      position[axis] = 0
    }
  }
  return permuted
}

function stridesOf(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1)
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1] * shape[axis + 1]
  return strides
}
