// A layer's configuration comes in; its [[top, bottom], [left, right]] setting, checked, goes out.
import type { LayerConfig } from '../layer-config'

export function readBorders(config: LayerConfig, key: 'padding' | 'cropping'): number[][] {
  const borders = config.optional(key)
  const isPair = (pair: unknown): pair is number[] =>
    Array.isArray(pair) && pair.length === 2 && pair.every(size => Number.isInteger(size) && size >= 0)
  if (!Array.isArray(borders) || borders.length !== 2 || !borders.every(isPair)) {
    throw config.refuse(key, 'is not [[top, bottom], [left, right]]')
  }
  return borders
}
