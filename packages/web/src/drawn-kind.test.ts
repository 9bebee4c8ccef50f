// Values of every kind in; which of them a page draws or shows out.
import { expect, it } from 'vitest'
import { drawnKind, isDrawn } from './drawn-kind'

const tagged = (tag: string) => ({ [Symbol.toStringTag]: tag })

it.each(['ImageBitmap', 'HTMLImageElement', 'SVGImageElement', 'HTMLCanvasElement', 'OffscreenCanvas', 'HTMLVideoElement', 'VideoFrame'])(
  'knows %s by its name, of whatever frame of the page it is',
  (name) => {
    expect(drawnKind(tagged(name))).toBe(name)
    expect(isDrawn(tagged(name))).toBe(true)
  },
)

it.each([
  ['a paragraph', tagged('HTMLParagraphElement')],
  ['ImageData, which holds pixels', tagged('ImageData')],
  ['an address', 'ImageBitmap'],
  ['nothing', null],
  ['bytes', new Uint8Array(3)],
])('does not take %s for one', (_, value) => {
  expect(isDrawn(value)).toBe(false)
})
