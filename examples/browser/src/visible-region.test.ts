// Pictures and boxes in; the part that the box shows is compared.
import { expect, it } from 'vitest'
import { visibleRegion } from './visible-region'

const size = (width: number, height: number) => ({ width, height })

it.each([
  [size(640, 480), size(300, 300), { left: 0.125, top: 0, width: 0.75, height: 1 }],
  [size(480, 640), size(300, 300), { left: 0, top: 0.125, width: 1, height: 0.75 }],
  [size(640, 480), size(40, 30), { left: 0, top: 0, width: 1, height: 1 }],
  [size(100, 100), size(400, 300), { left: 0, top: 0.125, width: 1, height: 0.75 }],
])('%j in %j', (picture, box, region) => {
  const seen = visibleRegion(picture, box)
  for (const side of ['left', 'top', 'width', 'height'] as const) expect(seen[side]).toBeCloseTo(region[side], 12)
})
