// The type of a loaded TensorFlow.js: core and layers as one namespace, whichever backend computes.
import type * as core from '@tensorflow/tfjs-core'
import type * as layersModule from '@tensorflow/tfjs-layers'

export type TensorFlow = typeof core & typeof layersModule
export type LayersModel = layersModule.LayersModel
export type Layer = layersModule.layers.Layer

/** A backend that is ready: the namespace, and what it adds to a network that is to be trained. */
export interface TrainingBackend {
  readonly tf: TensorFlow
  readonly name: 'node' | 'wasm' | 'webgpu' | 'cpu'
  /** Versions, threads and what is accelerated, for the log and the run's record. */
  readonly description: string
  /** Said before a training starts on a backend that is not meant for one. */
  readonly warning?: string
  /** Replaces layers' slow training steps by faster ones with the same result. */
  accelerate(model: LayersModel): void
}
