// What an emitter gets to know about one call of one layer, and what it gives back; types only.
import type { ChannelOrders } from './channel-order'
import type { Graph } from './graph'
import type { LayerConfig } from './layer-config'
import type { LayerWeights } from './layer-weights'
import type { Shape, Value } from './value'

export interface LayerContext {
  /** Path of the layer: its name, behind the names of the models it is nested in. */
  readonly layer: string
  readonly graph: Graph
  readonly orders: ChannelOrders
  readonly config: LayerConfig
  readonly weights: LayerWeights
  readonly inputs: readonly Value[]
  /** Logical (tfjs) shapes of the outputs. */
  readonly outputShapes: readonly Shape[]
}

/** Writes the nodes of one layer call; one value per output. */
export type LayerEmitter = (context: LayerContext) => Value[]
