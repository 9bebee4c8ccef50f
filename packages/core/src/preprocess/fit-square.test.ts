// Sizes in; where the picture lies in the square out.
import { describe, expect, it } from 'vitest'
import { fitSquare } from './fit-square'
import { draw, noise } from './test-pictures'

/** First and last column and row that are not black. */
function placeOf(width: number, height: number, square = [28, 28]): number[] {
  const fitted = fitSquare(draw(width, height, () => 255), square[0], square[1])
  const lit = Array.from(fitted.data.keys()).filter((index) => fitted.data[index] > 0)
  const columns = lit.map((index) => index % fitted.width)
  const rows = lit.map((index) => Math.floor(index / fitted.width))
  return [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)]
}

describe('fitSquare', () => {
  it.each([
    [28, 28, [0, 27, 0, 27]], [100, 100, [0, 27, 0, 27]], [1, 1, [0, 27, 0, 27]],
    [51, 49, [0, 27, 1, 27]], // 28 x 27, as Fashion-MNIST has its sandal: the odd row at the top
    [29, 71, [9, 19, 0, 27]], // 28 * 29 / 71 = 11.4: eleven columns from 14 - 5
    [10, 20, [7, 20, 0, 27]], [20, 10, [0, 27, 7, 20]],
    [56, 27, [0, 27, 7, 20]], // 13.5 goes up
    [56, 25, [0, 27, 8, 20]], // 12.5 goes up to 13: from 14 - 6
    [1000, 1, [0, 27, 14, 14]], [1, 1000, [14, 14, 0, 27]], [7, 8, [2, 26, 0, 27]],
  ])('%s x %s', (width, height, expected) => {
    expect(placeOf(width, height)).toEqual(expected)
  })

  it.each([
    [29, 28, 29, [0, 28, 1, 28]], // the odd row is at the top of an odd square too
    [28, 29, 27, [1, 26, 0, 26]],
    [10, 10, 10, [0, 9, 0, 9]],
  ])('%s x %s into a square of %s', (width, height, side, expected) => {
    expect(placeOf(width, height, [side, side])).toEqual(expected)
  })

  it('fits into an input that is no square', () => {
    expect(placeOf(10, 10, [20, 40])).toEqual([0, 19, 10, 29])
    expect(placeOf(10, 40, [20, 40])).toEqual([5, 14, 0, 39])
  })

  it('gives a picture of the right size back as it is', () => {
    const picture = noise(28, 28)
    expect(fitSquare(picture, 28, 28)).toBe(picture)
  })
})
