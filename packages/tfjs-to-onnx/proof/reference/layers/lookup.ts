// A layer that looks up or scales plain inputs comes in; embeddings, unmasked values or rescaled numbers go out.
import type { ReferenceCall } from '../reference-layer'
import { combine, map, read, reduce, tabulate } from '../tensor'
import type { Tensor } from '../tensor'

/** Row of the table per index; a fraction is cut off towards zero. */
export function embedding({ weights: [table], inputs: [input] }: ReferenceCall): Tensor[] {
  return [tabulate([...input.shape, table.shape[1]], position =>
    read(table, [Math.trunc(read(input, position.slice(0, -1))), position[position.length - 1]]))]
}

/** A step whose features all equal the mask value becomes zero. */
export function masking({ settings, inputs: [input] }: ReferenceCall): Tensor[] {
  const value = settings.number('maskValue')
  const kept = reduce(input, [input.shape.length - 1], features => features.some(x => x !== value) ? 1 : 0)
  return [combine([input, kept], (x, keep) => x * keep)]
}

export const rescaling = ({ settings, inputs: [input] }: ReferenceCall): Tensor[] =>
  [map(input, x => x * settings.number('scale') + settings.number('offset'))]

/** Noise and dropout act in training only. */
export const identity = ({ inputs }: ReferenceCall): Tensor[] => [...inputs]
