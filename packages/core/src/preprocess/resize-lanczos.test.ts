// Pictures and sizes in; the resampled pictures out, beside a reference in doubles with the engine's own sine.
import { describe, expect, it } from 'vitest'
import type { GreyImage } from './opaque-image'
import { resizeLanczos } from './resize-lanczos'
import { draw, mirrored, noise, transposed } from './test-pictures'

const sizes: readonly (readonly [number, number, number, number])[] = [
  [100, 140, 20, 28], [28, 28, 56, 56], [7, 5, 28, 20], [57, 57, 28, 28], [400, 533, 21, 28], [1, 1, 28, 28],
  [1, 90, 1, 28], [90, 1, 28, 1], [29, 27, 28, 26], [3, 200, 1, 28], [2, 2, 28, 28], [31, 31, 31, 28],
]

/** The separable sum as the textbook has it, without integers, tables or a sine of its own. */
function reference(grey: GreyImage, width: number, height: number): number[] {
  const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
  const weigh = (oldLength: number, newLength: number) => Array.from({ length: newLength }, (_, position) => {
    const scale = oldLength / newLength
    const weights = Array.from({ length: oldLength }, (__, old) => {
      const distance = (old + 0.5 - (position + 0.5) * scale) / Math.max(1, scale)
      return Math.abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0
    })
    const sum = weights.reduce((total, weight) => total + weight)
    return weights.map((weight) => weight / sum)
  })
  const [columns, rows] = [weigh(grey.width, width), weigh(grey.height, height)]
  const narrow = Array.from({ length: grey.height }, (_, y) =>
    columns.map((weights) => weights.reduce((total, weight, x) => total + weight * grey.data[y * grey.width + x], 0)))
  return rows.flatMap((weights) => columns.map((_, x) => {
    const sum = weights.reduce((total, weight, y) => total + weight * narrow[y][x], 0)
    return Math.min(255, Math.max(0, Math.round(sum)))
  }))
}

describe.each(sizes)('%s x %s to %s x %s', (oldWidth, oldHeight, width, height) => {
  const picture = noise(oldWidth, oldHeight)
  const resized = resizeLanczos(picture, width, height)

  it('is the reference to within one level, and nearly everywhere exactly', () => {
    const differences = reference(picture, width, height).map((value, index) => Math.abs(value - resized.data[index]))
    expect(Math.max(...differences)).toBeLessThanOrEqual(1)
    expect(differences.filter((difference) => difference > 0).length).toBeLessThanOrEqual(differences.length * 0.01)
  })

  it.each([0, 1, 77, 128, 254, 255])('keeps a picture of nothing but %s', (value) => {
    const flat = resizeLanczos(draw(oldWidth, oldHeight, () => value), width, height)
    expect(new Set(flat.data)).toEqual(new Set([value]))
  })

  it('turns mirrored and transposed pictures into mirrored and transposed results', () => {
    expect(resizeLanczos(mirrored(picture), width, height)).toEqual(mirrored(resized))
    expect(resizeLanczos(transposed(picture), height, width)).toEqual(transposed(resized))
  })
})

describe('resizeLanczos', () => {
  it('gives a picture of the right size back as it is', () => {
    const picture = noise(28, 28)
    expect(resizeLanczos(picture, 28, 28)).toBe(picture)
  })

  it('averages a fine pattern instead of making a coarse one of it', () => {
    const checkered = resizeLanczos(draw(280, 280, (x, y) => ((x + y) % 2) * 255), 28, 28)
    // At the border the kernel is cut off, which leaves a little of the pattern.
    expect(checkered.data.every((value) => Math.abs(value - 127.5) <= 1.5)).toBe(true)
  })

  it('overshoots beside an edge, within the scale', () => {
    const edge = resizeLanczos(draw(8, 1, (x) => (x < 4 ? 0 : 200)), 32, 1)
    expect(Math.min(...edge.data)).toBe(0)
    expect(Math.max(...edge.data)).toBeGreaterThan(210)
    const clipped = resizeLanczos(draw(8, 1, (x) => (x < 4 ? 0 : 255)), 32, 1)
    expect(Math.max(...clipped.data)).toBe(255)
  })
})
