// The inputs of a model and a batch size come in; numbers that are small, large, negative and zero go out.
import { seededRandom } from '../test/seeded-random'
import type { InputSpec } from './graph-spec'
import type { Feed } from './numbers'

/** The same on every machine: one number in ten is large, one in twenty is zero. */
export function drawInputs(inputs: readonly InputSpec[], batch: number, seed = 77): Feed[] {
  const random = seededRandom(seed + batch)
  return inputs.map(({ name, shape, below, dataType = 'float32' as const }): Feed => {
    const dims = [batch, ...shape]
    const length = dims.reduce((product, size) => product * size, 1)
    const draw = below === undefined ? () => drawNumber(random) : () => Math.floor(random() * below)
    return { name, dataType, shape: dims, data: Array.from({ length }, draw) }
  })
}

function drawNumber(random: () => number): number {
  const kind = random()
  const number = random() * 2 - 1
  if (kind < 0.05) return 0
  return Math.fround(number * (kind < 0.15 ? 25 : 4))
}
