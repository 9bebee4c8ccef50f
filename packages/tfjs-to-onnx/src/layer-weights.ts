// The live layers of a model come in; their weights, read once from whatever device holds them, go out by name.
import { ConversionError } from './conversion-error'
import { containerOf, innerLayersOf } from './live-model'
import type { LiveContainer, LiveLayer } from './live-model'

export interface Weight {
  readonly shape: readonly number[]
  readonly data: Float64Array
}

/** The weights of one layer under their last name: 'kernel', 'bias', 'gamma', 'moving_mean' ... */
export class LayerWeights {
  constructor(readonly layer: string, readonly weights: ReadonlyMap<string, Weight>) {}

  get(name: string): Weight {
    const weight = this.weights.get(name)
    if (weight) return weight
    const present = [...this.weights.keys()].join(', ') || 'none'
    throw new ConversionError('weight-missing', `Layer "${this.layer}" has no weight "${name}" (it has: ${present}). `
      + 'Build the model before converting it.', { layer: this.layer, key: name })
  }

  optional(name: string): Weight | undefined {
    return this.weights.get(name)
  }
}

/** Reads every weight with the asynchronous `data()`, which never blocks a GPU backend. Nested models are included. */
export async function readWeights({ layers }: Pick<LiveContainer, 'layers'>): Promise<Map<LiveLayer, LayerWeights>> {
  const read = new Map<LiveLayer, LayerWeights>()
  for (const layer of layers) {
    // The weights of a wrapper are those of the layers it holds; both directions call theirs "kernel".
    const inner = containerOf(layer)?.layers ?? innerLayersOf(layer)
    for (const [innerLayer, weights] of await readWeights({ layers: inner })) read.set(innerLayer, weights)
    if (inner.length === 0) read.set(layer, await readLayerWeights(layer))
  }
  return read
}

async function readLayerWeights(layer: LiveLayer): Promise<LayerWeights> {
  const weights = new Map<string, Weight>()
  for (const variable of layer.weights) {
    const tensor = variable.read()
    const name = variable.originalName.split('/').pop() ?? variable.originalName
    if (tensor.dtype !== 'float32') {
      const message = `Weight "${variable.originalName}" is ${tensor.dtype}. Only float32 weights can be converted.`
      throw new ConversionError('data-type-unsupported', message, { layer: layer.name, key: name })
    }
    const data = new Float64Array(await tensor.data())
    if (!data.every(Number.isFinite)) {
      const message = `Weight "${variable.originalName}" holds NaN or infinity. Did the training diverge?`
      throw new ConversionError('weight-not-finite', message, { layer: layer.name, key: name })
    }
    weights.set(name, { shape: tensor.shape, data })
  }
  return new LayerWeights(layer.name, weights)
}
