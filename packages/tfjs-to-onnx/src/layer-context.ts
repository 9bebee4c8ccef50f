// What an emitter gets to know about one call of one layer, and what it gives back; types only.
import type { ChannelOrders } from './channel-order'
import type { Graph } from './graph'
import type { LayerConfig } from './layer-config'
import type { LayerWeights } from './layer-weights'
import type { LiveLayer } from './live-model'
import type { MaskLedger } from './mask-ledger'
import type { QuirkId } from './quirks'
import type { Shape, Value } from './value'

export interface LayerContext {
  /** Path of the layer: its name, behind the names of the models it is nested in. */
  readonly layer: string
  readonly live: LiveLayer
  readonly graph: Graph
  readonly orders: ChannelOrders
  readonly config: LayerConfig
  readonly weights: LayerWeights
  readonly masks: MaskLedger
  readonly inputs: readonly Value[]
  /** Logical (tfjs) shapes of the outputs. */
  readonly outputShapes: readonly Shape[]
  /** Puts a deviation of tfjs that does not stop the conversion into the report. */
  meet(quirk: QuirkId): void
  /** Weights of a layer or cell that this layer holds. */
  weightsOf(inner: LiveLayer): LayerWeights
  /** Emits a layer that this layer holds, on one value. */
  emitInner(inner: LiveLayer, input: Value): readonly Value[]
}

/** Writes the nodes of one layer call; one value per output. */
export type LayerEmitter = (context: LayerContext) => readonly Value[]
