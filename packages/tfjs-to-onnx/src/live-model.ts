// Live tfjs-layers objects come in; the few fields the converter reads of them go out as one structural interface.
import { ConversionError } from './conversion-error'

export type LiveShape = readonly (number | null)[]

export interface LiveTensor {
  readonly dtype: string
  readonly shape: readonly number[]
  data(): Promise<ArrayLike<number>>
}

export interface LiveVariable {
  readonly originalName: string
  read(): LiveTensor
}

export interface LiveNode {
  readonly inboundLayers: readonly LiveLayer[]
  readonly nodeIndices: readonly number[]
  readonly tensorIndices: readonly number[]
  readonly outputTensors: readonly { readonly dtype: string, readonly shape: LiveShape }[]
  readonly callArgs?: Readonly<Record<string, unknown>> | null
}

export interface LiveLayer {
  readonly name: string
  readonly inboundNodes: readonly LiveNode[]
  readonly weights: readonly LiveVariable[]
  getClassName(): string
  getConfig(): Readonly<Record<string, unknown>>
}

/** A functional model: layers, and where its tensors enter and leave. */
export interface LiveContainer {
  readonly layers: readonly LiveLayer[]
  readonly inputLayers: readonly LiveLayer[]
  readonly inputLayersNodeIndices: readonly number[]
  readonly outputLayers: readonly LiveLayer[]
  readonly outputLayersNodeIndices: readonly number[]
  readonly outputLayersTensorIndices: readonly number[]
  readonly outputNames: readonly string[]
}

interface LiveSequential extends LiveLayer {
  readonly model: LiveContainer | null
  build(): void
}

const functionalClassNames: readonly string[] = ['Model', 'Functional']

/** The functional graph inside a layer, or undefined where the layer is no model. A Sequential is built on demand. */
export function containerOf(layer: LiveLayer): LiveContainer | undefined {
  const className = layer.getClassName()
  if (functionalClassNames.includes(className)) return layer as unknown as LiveContainer
  if (className !== 'Sequential') return undefined
  const sequential = layer as LiveSequential
  if (!sequential.model) buildSequential(sequential)
  return sequential.model ?? undefined
}

function buildSequential(sequential: LiveSequential): void {
  try {
    sequential.build()
  } catch (cause) {
    const message = `Sequential model "${sequential.name}" has no input shape. Give its first layer an inputShape.`
    throw new ConversionError('model-invalid', message, { layer: sequential.name, cause })
  }
}

/** Checks that the caller's value is a live model and narrows it; every other file may then trust the interface. */
export function asLiveModel(model: unknown): { layer: LiveLayer, container: LiveContainer } {
  const layer = model as Partial<LiveLayer> | null | undefined
  const isLayer = typeof layer === 'object' && layer !== null && typeof layer.getClassName === 'function'
  const container = isLayer ? containerOf(layer as LiveLayer) : undefined
  if (!container || !Array.isArray(container.inputLayers) || !Array.isArray(container.outputLayers)) {
    const received = isLayer ? `a ${(layer as LiveLayer).getClassName()}` : typeof model
    throw new ConversionError('model-invalid', `Expected a live tf.LayersModel but received ${received}. `
      + 'Load the model first, for example with tf.loadLayersModel(...).')
  }
  return { layer: layer as LiveLayer, container }
}
