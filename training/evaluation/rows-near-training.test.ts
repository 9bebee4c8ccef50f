// Training and test pictures in; checked is which test pictures are found to be nearly the same.
import { expect, it } from 'vitest'
import { createRandomSource, drawInteger } from '../dataset/random-source'
import { rowsNearTraining } from './rows-near-training'

const random = createRandomSource(5)
const draw = (count: number) => Uint8Array.from({ length: count * 784 }, () => drawInteger(random, 256))

it('finds a copy, a mirrored one and a slightly changed one, and leaves two alike test pictures alone', () => {
  const training = draw(3)
  const test = draw(5)
  test.set(training.subarray(0, 784), 0)
  for (let row = 0; row < 28; row++)
    test.set(training.slice(784 + row * 28, 784 + (row + 1) * 28).reverse(), 784 + row * 28)
  test.set(
    training.subarray(1568, 2352).map((value, pixel) => (pixel === 9 ? value ^ 8 : value)),
    1568,
  )
  test.set(test.subarray(3 * 784, 4 * 784), 4 * 784)
  expect([...rowsNearTraining(training, test)]).toEqual([0, 1, 2])
})
