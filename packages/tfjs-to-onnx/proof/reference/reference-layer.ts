// What the float64 definition of a layer gets to know and gives back; types only.
import type { SerializedLayer } from './serialized-layer'
import type { Settings } from './settings'
import type { Tensor } from './tensor'

export interface ReferenceCall {
  readonly settings: Settings
  /** In the order of getWeights(). */
  readonly weights: readonly Tensor[]
  readonly inputs: readonly Tensor[]
  /** Runs another layer by its serialised form: the layer inside a wrapper. */
  readonly evaluate: (serialized: SerializedLayer, weights: readonly Tensor[], inputs: readonly Tensor[]) => Tensor[]
}

export type ReferenceLayer = (call: ReferenceCall) => Tensor[]
