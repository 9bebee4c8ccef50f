// A tfjs class name comes in; the emitter for that layer goes out. A class that is not in the table is refused.
import { ConversionError } from '../conversion-error'
import type { LayerEmitter } from '../layer-context'
import { emitActivationLayer } from './activation'
import { emitAdd } from './add'
import { emitAveragePooling2D } from './average-pooling-2d'
import { emitBatchNormalization } from './batch-normalization'
import { emitConcatenate } from './concatenate'
import { emitConv2D } from './conv-2d'
import { emitDense } from './dense'
import { emitDepthwiseConv2D } from './depthwise-conv-2d'
import { emitDropout } from './dropout'
import { emitFlatten } from './flatten'
import { emitGlobalAveragePooling2D } from './global-average-pooling-2d'
import { emitGlobalMaxPooling2D } from './global-max-pooling-2d'
import { emitInputLayer } from './input-layer'
import { emitMaxPooling2D } from './max-pooling-2d'
import { emitReLU } from './relu'
import { emitZeroPadding2D } from './zero-padding-2d'

export const layerTable: Readonly<Record<string, LayerEmitter>> = {
  InputLayer: emitInputLayer,
  Conv2D: emitConv2D,
  DepthwiseConv2D: emitDepthwiseConv2D,
  Dense: emitDense,
  BatchNormalization: emitBatchNormalization,
  Activation: emitActivationLayer,
  ReLU: emitReLU,
  Add: emitAdd,
  Concatenate: emitConcatenate,
  MaxPooling2D: emitMaxPooling2D,
  AveragePooling2D: emitAveragePooling2D,
  GlobalAveragePooling2D: emitGlobalAveragePooling2D,
  GlobalMaxPooling2D: emitGlobalMaxPooling2D,
  Flatten: emitFlatten,
  Dropout: emitDropout,
  ZeroPadding2D: emitZeroPadding2D,
}

export function emitterFor(className: string, layer: string): LayerEmitter {
  if (Object.hasOwn(layerTable, className)) return layerTable[className]
  const known = Object.keys(layerTable).join(', ')
  const message = `Cannot convert layer "${layer}": ${className} is not supported. Supported: ${known}.`
  throw new ConversionError('layer-unsupported', message, { layer })
}
