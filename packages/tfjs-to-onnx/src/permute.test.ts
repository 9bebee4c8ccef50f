// Small tensors and permutations come in; the result must equal tf.transpose.
import { tensor, transpose } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { expect, it } from 'vitest'
import { permute } from './permute'

it.each([
  [[2, 3], [1, 0]],
  [[2, 3, 4], [2, 0, 1]],
  [[2, 3, 4, 5], [3, 2, 0, 1]],
  [[2, 1, 4, 5], [0, 3, 1, 2]],
  [[7], [0]],
])('moves the axes of %j by %j', (shape, permutation) => {
  const data = Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i)
  const expected = transpose(tensor(Array.from(data), shape), permutation).dataSync()
  expect(Array.from(permute(data, shape, permutation))).toEqual(Array.from(expected))
})
