// Pictures and indices in; checked is that pictures and labels come in the order asked for.
import { expect, it } from 'vitest'
import { choosePictures } from './choose-pictures'

it('takes pictures with their labels, in the order of the indices', () => {
  const pictures = Uint8Array.from({ length: 3 * 784 }, (_, pixel) => 10 * Math.floor(pixel / 784))
  const chosen = choosePictures({ pictures, labels: Uint8Array.of(7, 8, 9) }, Int32Array.of(2, 0))
  expect([...chosen.labels]).toEqual([9, 7])
  expect(chosen.pictures).toHaveLength(2 * 784)
  expect([chosen.pictures[0], chosen.pictures[783], chosen.pictures[784]]).toEqual([20, 20, 0])
})
