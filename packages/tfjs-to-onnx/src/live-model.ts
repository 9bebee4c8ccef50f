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
  readonly inputShapes: readonly LiveShape[]
  readonly outputTensors: readonly { readonly dtype: string, readonly shape: LiveShape }[]
  readonly callArgs?: Readonly<Record<string, unknown>> | null
}

export interface LiveLayer {
  readonly name: string
  readonly inboundNodes: readonly LiveNode[]
  readonly weights: readonly LiveVariable[]
  getClassName(): string
  getConfig(): Readonly<Record<string, unknown>>
  computeOutputShape(inputShape: LiveShape | readonly LiveShape[]): LiveShape | readonly LiveShape[]
}

/** Layers that hold other layers or cells. */
interface LiveHolder extends LiveLayer {
  /** Of TimeDistributed. */
  readonly layer?: LiveLayer
  /** Of Bidirectional, which works on two copies of the layer it was given. */
  readonly forwardLayer?: LiveLayer
  readonly backwardLayer?: LiveLayer
  /** Of every recurrent layer. */
  readonly cell?: LiveLayer
  /** Of StackedRNNCells. */
  readonly cells?: readonly LiveLayer[]
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

export const functionalClassNames: readonly string[] = ['Model', 'Functional']
export const sequentialClassName = 'Sequential'

/** The functional graph inside a layer, or undefined where the layer is no model. A Sequential is built on demand. */
export function containerOf(layer: LiveLayer): LiveContainer | undefined {
  const className = layer.getClassName()
  if (functionalClassNames.includes(className)) return layer as unknown as LiveContainer
  if (className !== sequentialClassName) return undefined
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

/** The layers and cells a layer holds, for instance both directions of a Bidirectional; none for most. */
export function innerLayersOf(layer: LiveLayer): readonly LiveLayer[] {
  const { layer: wrapped, forwardLayer, backwardLayer, cell, cells = [] } = layer as LiveHolder
  if (forwardLayer && backwardLayer) return [forwardLayer, backwardLayer]
  return [wrapped, cell, ...cells].filter(inner => inner !== undefined)
}

/** Settings that getConfig forgets although they change what the layer computes. */
export function forgottenSettings(layer: LiveLayer): Readonly<Record<string, unknown>> {
  const { dataFormat, dilationRate } = layer as { readonly dataFormat?: unknown; readonly dilationRate?: unknown }
  const forgotten: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    Conv1D: { dataFormat }, Conv2DTranspose: { dilationRate }, Conv3DTranspose: { dilationRate },
  }
  return forgotten[layer.getClassName()] ?? {}
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
