// A small picture and each EXIF orientation in; the picture as it is to be seen out.
import { describe, expect, it } from 'vitest'
import { orient } from './orient'

//  A B C
//  D E F
const stored = Uint8Array.from('ABCDEF', (letter) => letter.charCodeAt(0))
const rowsOf = (data: ArrayLike<number>, width: number) =>
  (String.fromCharCode(...Array.from(data)).match(new RegExp(`.{${width}}`, 'g')) ?? []).join(' ')

describe('orient', () => {
  it.each([
    [1, 'ABC DEF'], [2, 'CBA FED'], [3, 'FED CBA'], [4, 'DEF ABC'],
    [5, 'AD BE CF'], [6, 'DA EB FC'], [7, 'FC EB DA'], [8, 'CF BE AD'],
    [0, 'ABC DEF'], [9, 'ABC DEF'], [NaN, 'ABC DEF'],
  ])('%s: %s', (orientation, expected) => {
    const image = orient({ data: stored, width: 3, height: 2, channels: 1, orientation })
    expect(rowsOf(image.data, image.width)).toBe(expected)
    expect(image.height).toBe(6 / image.width)
  })

  it('moves the channels of a pixel together', () => {
    const image = orient({ data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 2, height: 1, channels: 3, orientation: 6 })
    expect(image).toEqual({ data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 1, height: 2, channels: 3 })
    expect(Array.from(orient({ ...image, orientation: 3 }).data)).toEqual([4, 5, 6, 1, 2, 3])
  })

  it('does not copy what is upright', () => {
    expect(orient({ data: stored, width: 3, height: 2, channels: 1, orientation: 1 }).data).toBe(stored)
  })
})
