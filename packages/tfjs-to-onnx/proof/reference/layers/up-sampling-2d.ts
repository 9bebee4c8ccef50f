// An UpSampling2D layer comes in; each picture enlarged, sampled from its top left corner as tfjs does, goes out.
import type { ReferenceCall } from '../reference-layer'
import { inChannelsLast } from '../spatial'
import { read, tabulate } from '../tensor'
import type { Tensor } from '../tensor'

/** Output pixel i lies at i / size of the input: no half-pixel centres, unlike Keras in Python. */
export function upSampling2D({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const [rows, columns] = settings.numbers('size', 2)
  const sample = settings.text('interpolation') === 'bilinear' ? between : nearest
  return [inChannelsLast(settings, input, (x) => {
    const [batch, height, width, channels] = x.shape
    return tabulate([batch, height * rows, width * columns, channels], ([n, y, z, c]) =>
      sample((i, j) => read(x, [n, Math.min(i, height - 1), Math.min(j, width - 1), c]), y / rows, z / columns))
  })]
}

type Pixel = (row: number, column: number) => number

const nearest = (pixel: Pixel, y: number, x: number): number => pixel(Math.floor(y + 1e-9), Math.floor(x + 1e-9))

function between(pixel: Pixel, y: number, x: number): number {
  const [top, left] = [Math.floor(y + 1e-9), Math.floor(x + 1e-9)]
  const [down, right] = [y - top, x - left]
  const upper = pixel(top, left) * (1 - right) + pixel(top, left + 1) * right
  const lower = pixel(top + 1, left) * (1 - right) + pixel(top + 1, left + 1) * right
  return upper * (1 - down) + lower * down
}
