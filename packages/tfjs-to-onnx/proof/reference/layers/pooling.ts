// A pooling layer, over windows or over everything, comes in; the maximum or the mean of what lies inside goes out.
import type { ReferenceLayer } from '../reference-layer'
import { inChannelsLast, planWindow, toChannelsLast } from '../spatial'
import { forEachPosition, largest, read, reduce, reshape, tabulate, total } from '../tensor'

export type Pool = (values: number[]) => number

export const mean: Pool = values => total(values) / values.length
export const maximum: Pool = largest

/** Padding is neither a value of the maximum nor counted by the mean. */
export const windowPooling = (rank: number, pool: Pool): ReferenceLayer => ({ settings, inputs: [input] }) => {
  const sizes = settings.numbers('poolSize', rank)
  const strides = settings.numbers('strides', rank)
  return [inChannelsLast(settings, input, (x) => {
    const lengths = x.shape.slice(1, -1)
    const { outputs, starts } = planWindow(lengths, sizes, strides, sizes.map(() => 1), settings.text('padding'))
    return tabulate([x.shape[0], ...outputs, x.shape[rank + 1]], (position) => {
      const inside: number[] = []
      forEachPosition(sizes, (tap) => {
        const at = tap.map((offset, i) => position[i + 1] * strides[i] + starts[i] + offset)
        const isInside = at.every((index, i) => index >= 0 && index < lengths[i])
        if (isInside) inside.push(read(x, [position[0], ...at, position[rank + 1]]))
      })
      return pool(inside)
    })
  })]
}

/** [N, ..., C] -> [N, C] */
export const globalPooling = (pool: Pool): ReferenceLayer => ({ settings, inputs: [input] }) => {
  const x = settings.isChannelsFirst ? toChannelsLast(input) : input
  const last = x.shape.length - 1
  const pooled = reduce(x, x.shape.map((_, axis) => axis).slice(1, -1), pool)
  return [reshape(pooled, [x.shape[0], x.shape[last]])]
}
