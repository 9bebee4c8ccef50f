// A view is the same whoever asks; views differ; a mixture is what its share says.
import { expect, it } from 'vitest'
import type { ViewSet } from './distillation-recipe'
import { drawView } from './draw-view'

const count = 40
const source = Uint8Array.from({ length: count * 784 }, (_, pixel) => (pixel * 7919) % 256)
const pictures = Int32Array.from({ length: count }, (_, index) => index)
const still = { flipProbability: 0, shift: 0, cutoutSize: 0, cutoutProbability: 0 }
const views: ViewSet = {
  seed: 3,
  count: 8,
  augmentation: { flipProbability: 0.5, shift: 3, cutoutSize: 8, cutoutProbability: 0.5 },
  mixupShare: 1 / 3,
}

const draw = (picture: number, view: number, set = views, place = 0) => {
  const target = new Float32Array((place + 1) * 784)
  const made = drawView(source, pictures, { picture, view }, set, target, place)
  return { ...made, pixels: Array.from(target.subarray(place * 784)) }
}

it('is the same picture at every call and at every place of a batch', () => {
  expect(draw(5, 2)).toEqual(draw(5, 2))
  expect(draw(5, 2, views, 3)).toEqual(draw(5, 2))
})

it('differs by view, by picture and by seed', () => {
  const { pixels } = draw(5, 2)
  expect(draw(5, 3).pixels).not.toEqual(pixels)
  expect(draw(6, 2).pixels).not.toEqual(pixels)
  expect(draw(5, 2, { ...views, seed: 4 }).pixels).not.toEqual(pixels)
})

it('comes in pairs of mirror images', () => {
  const [own, mirrored, next] = [2, 3, 4].map((view) => draw(5, view).pixels)
  expect(mirrored).toEqual(own.map((_, pixel) => own[pixel - (pixel % 28) + 27 - (pixel % 28)]))
  expect(next).not.toEqual(own)
})

it('mixes the picture with its partner by its share', () => {
  const made = draw(1, 0, { ...views, augmentation: still, mixupShare: 1 })
  const expected = Array.from({ length: 784 }, (_, pixel) => {
    const [own, other] = [source[784 + pixel] / 255, source[made.partner * 784 + pixel] / 255]
    return made.share * own + (1 - made.share) * other
  })
  made.pixels.forEach((value, pixel) => expect(value).toBeCloseTo(expected[pixel], 6))
})

it('mixes about as many views as it is told', () => {
  const mixed = Array.from({ length: count * 50 }, (_, index) => draw(index % count, 2 * Math.floor(index / count)))
  const share = mixed.filter((view) => view.share < 1).length / mixed.length
  expect(Math.abs(share - 1 / 3)).toBeLessThan(0.04) // about four standard deviations
})
