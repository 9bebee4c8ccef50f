// Amounts of memory after rounds in; what grows in each told from what does not, out.
import { expect, it } from 'vitest'
import { leastGrowth } from './least-growth'

it.each([
  ['a leak', [100, 110, 121], 1.1],
  ['a cache that fills once', [100, 150, 150], 1],
  ['a late collection', [100, 80, 120], 0.8],
  ['nothing at all', [0, 0, 0], 1],
  ['something out of nothing', [0, 5, 10], 2],
])('%s: %j grows by %d', (_, amounts, growth) => expect(leastGrowth(amounts)).toBeCloseTo(growth, 10))
