// The class of a live layer and its inputs come in; the emitter for it goes out, or an error that names the layer.
import { ConversionError } from '../conversion-error'
import type { LayerEmitter } from '../layer-context'
import type { Value } from '../value'
import { layerTable } from './layer-table'
import { refusedLayers } from './refused-layers'

// Layers whose result does not depend on the data type, or that cast.
const takesIntegers: ReadonlySet<string> = new Set([
  'InputLayer', 'Embedding', 'Rescaling', 'Dense', 'Flatten', 'Reshape', 'Permute', 'RepeatVector', 'Concatenate',
  'Cropping2D', 'TimeDistributed', 'Dropout', 'SpatialDropout1D', 'GaussianNoise', 'GaussianDropout', 'AlphaDropout',
])

export function findEmitter(className: string, layer: string, inputs: readonly Value[]): LayerEmitter {
  if (!Object.hasOwn(layerTable, className)) throw unsupported(className, layer)
  const integer = inputs.find(({ dataType }) => dataType !== 'float32')
  if (integer && !takesIntegers.has(className)) {
    const message = `Cannot convert layer "${layer}": it gets ${integer.dataType} numbers, and ${className} is `
      + 'converted for float32 only. Give the model a float32 input, or put a Rescaling layer in between.'
    throw new ConversionError('data-type-unsupported', message, { layer, key: 'dtype' })
  }
  return layerTable[className]
}

function unsupported(className: string, layer: string): ConversionError {
  const known = Object.keys(layerTable).join(', ')
  const reason = Object.hasOwn(refusedLayers, className) ? `: ${refusedLayers[className]}` : ''
  const message = `Cannot convert layer "${layer}": ${className} is not supported${reason}. Supported: ${known}.`
  return new ConversionError('layer-unsupported', message, { layer, key: 'className' })
}
