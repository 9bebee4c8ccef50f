// A layer that only moves numbers comes in; the same numbers in their new places go out.
import type { ReferenceCall } from '../reference-layer'
import { inChannelsLast, toChannelsLast } from '../spatial'
import { read, reshape as withShape, sizeOf, tabulate, transpose } from '../tensor'
import type { Tensor } from '../tensor'

export function flatten({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const x = settings.isChannelsFirst ? toChannelsLast(input) : input
  return [withShape(x, [x.shape[0], sizeOf(x.shape.slice(1))])]
}

/** At most one length is unknown: null or negative. */
export function reshape({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const target = settings.list('targetShape').map(length => length == null || Number(length) < 0 ? -1 : Number(length))
  const known = sizeOf(target.filter(length => length !== -1))
  const rest = sizeOf(input.shape.slice(1)) / known
  return [withShape(input, [input.shape[0], ...target.map(length => length === -1 ? rest : length)])]
}

/** dims count from 1; the batch stays in front. */
export const permute = ({ settings, inputs: [input] }: ReferenceCall): Tensor[] =>
  [transpose(input, [0, ...settings.list('dims').map(Number)])]

export function repeatVector({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const [batch, features] = input.shape
  return [tabulate([batch, settings.number('n'), features], ([n, , f]) => read(input, [n, f]))]
}

/** padding [[top, bottom], [left, right]] */
export function zeroPadding2D({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const [[top, bottom], [left, right]] = settings.list('padding') as number[][]
  return [inChannelsLast(settings, input, (x) => {
    const [batch, height, width, channels] = x.shape
    return tabulate([batch, height + top + bottom, width + left + right, channels], ([n, y, z, c]) => {
      const isInside = y >= top && y < top + height && z >= left && z < left + width
      return isInside ? read(x, [n, y - top, z - left, c]) : 0
    })
  })]
}

/** cropping [[top, bottom], [left, right]] */
export function cropping2D({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const [[top, bottom], [left, right]] = settings.list('cropping') as number[][]
  return [inChannelsLast(settings, input, (x) => {
    const [batch, height, width, channels] = x.shape
    const shape = [batch, height - top - bottom, width - left - right, channels]
    return tabulate(shape, ([n, y, z, c]) => read(x, [n, y + top, z + left, c]))
  })]
}
