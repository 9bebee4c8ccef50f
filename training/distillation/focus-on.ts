// How unsure teachers are of each view of an epoch in; which views the epoch shows, out: the hard ones, some of the easy.
import type { Focus } from './distillation-recipe'

/**
 * Positions 0 to count - 1 of the views to show, as many in every epoch. What is left out of one epoch comes up in
 * another: after `every` epochs each view has been shown.
 */
export function focusOn({ hardest, every }: Focus, entropy: (position: number) => number, count: number, epoch: number) {
  const entropies = Float64Array.from({ length: count }, (_, position) => entropy(position))
  const positions = Int32Array.from({ length: count }, (_, position) => position)
  // Alike entropies keep their order, so that the choice is the same on every machine.
  positions.sort((a, b) => entropies[b] - entropies[a] || a - b)
  const hard = positions.subarray(0, Math.floor(count * hardest))
  const easy = positions.subarray(hard.length).sort()
  const shown = Math.floor(easy.length / every)
  return Int32Array.from({ length: hard.length + shown }, (_, place) =>
    place < hard.length ? hard[place] : easy[(place - hard.length) * every + (epoch % every)],
  )
}
