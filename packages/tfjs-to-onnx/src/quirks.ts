// A place where TensorFlow.js deviates is met; what was met, and the reason for a refusal, go out. One table holds all.
import type { ConversionError } from './conversion-error'
import type { LayerConfig } from './layer-config'

/**
 * 'follow': every tfjs backend deviates alike from Keras or from its own documentation, and the file does as tfjs does.
 * 'warn': some tfjs backends compute something else; the file follows the layer's definition (as TensorFlow computes).
 * 'refuse': what tfjs does is broken or cannot be predicted, so there is nothing to reproduce.
 */
export type QuirkPolicy = 'follow' | 'warn' | 'refuse'

interface QuirkRule {
  readonly policy: QuirkPolicy
  readonly layers: readonly string[]
  /** When the quirk is met. */
  readonly condition: string
  /** What tfjs does, and what the file does. */
  readonly sentence: string
}

const spatial3d = ['Conv3D', 'Conv3DTranspose', 'MaxPooling3D', 'AveragePooling3D'] as const
const recurrent = ['SimpleRNN', 'GRU', 'LSTM', 'RNN', 'Bidirectional'] as const

export const quirkTable = {
  'batch-normalization-axis': {
    policy: 'warn',
    layers: ['BatchNormalization'],
    condition: 'axis is not the last one',
    sentence: 'the plain cpu backend of tfjs reads the statistics along the wrong axis; the file normalises along axis',
  },
  'normalization-rank': {
    policy: 'refuse',
    layers: ['BatchNormalization', 'LayerNormalization'],
    condition: 'the input has five or more axes, or one',
    sentence: 'tfjs normalises inputs of two to four axes only',
  },
  'layer-normalization-axis-order': {
    policy: 'follow',
    layers: ['LayerNormalization'],
    condition: 'axis lists the axes in descending order',
    sentence: 'tfjs reshapes gamma and beta to the axes without transposing them, and so does the file',
  },
  'same-padding-3d': {
    policy: 'warn',
    layers: spatial3d,
    condition: 'padding is same and the window is smaller than the stride',
    sentence: 'the cpu and WebGL backends of tfjs, and MaxPooling3D of tfjs-node, pad by a negative number, which shifts '
      + 'the window; the file does not',
  },
  'depthwise-dilation': {
    policy: 'follow',
    layers: ['DepthwiseConv2D'],
    condition: 'dilationRate is above 1',
    sentence: 'tfjs ignores the dilation, which Keras applies, and so does the file',
  },
  'transposed-dilation': {
    policy: 'follow',
    layers: ['Conv2DTranspose', 'Conv3DTranspose'],
    condition: 'dilationRate is above 1',
    sentence: 'tfjs ignores the dilation, which Keras applies, and so does the file',
  },
  'strides-and-dilations': {
    policy: 'refuse',
    layers: ['Conv1D', 'Conv2D', 'Conv3D', 'SeparableConv2D'],
    condition: 'strides and dilationRate are both above 1',
    sentence: 'tfjs throws when strides and dilations are both above 1',
  },
  'causal-padding': {
    policy: 'refuse',
    layers: ['Conv1D', 'Conv2D', 'Conv3D', 'DepthwiseConv2D', 'SeparableConv2D'],
    condition: 'padding is causal',
    sentence: 'tfjs does not implement causal padding',
  },
  'conv-1d-channels-first': {
    policy: 'refuse',
    layers: ['Conv1D'],
    condition: 'dataFormat is channelsFirst',
    sentence: 'tfjs gives a channels-last result but declares a channels-first shape, and does not save the setting',
  },
  'separable-channels-first-bias': {
    policy: 'refuse',
    layers: ['SeparableConv2D'],
    condition: 'dataFormat is channelsFirst and useBias is true',
    sentence: 'tfjs adds a channels-first bias to a channels-last tensor and throws',
  },
  'channels-first-activation': {
    policy: 'follow',
    layers: ['SeparableConv2D'],
    condition: 'dataFormat is channelsFirst and the activation is softmax or logSoftmax',
    sentence: 'tfjs applies it over the channels here, in other convolutions over the last axis, and so does the file',
  },
  'up-sampling-bilinear': {
    policy: 'follow',
    layers: ['UpSampling2D'],
    condition: 'interpolation is bilinear',
    sentence: 'tfjs samples without half-pixel centres, unlike Keras, and so does the file',
  },
  'softmax-axis': {
    policy: 'refuse',
    layers: ['Softmax'],
    condition: 'axis is one axis and not the last; the default is 1',
    sentence: 'tfjs throws for every single axis but the last, and its default axis is 1',
  },
  'concatenate-axis': {
    policy: 'refuse',
    layers: ['Concatenate'],
    condition: 'axis is below -1',
    sentence: 'tfjs joins along the last axis here, whatever it declares; count from 0',
  },
  'dot-batch-axis': {
    policy: 'refuse',
    layers: ['Dot'],
    condition: 'axes names the batch axis',
    sentence: 'tfjs mixes the items of a batch here, or throws; contract another axis',
  },
  'mask-consumer': {
    policy: 'refuse',
    layers: [...recurrent, 'Softmax'],
    condition: 'the model also holds a layer that makes a mask (Masking, Embedding with maskZero)',
    sentence: 'tfjs hands the mask of one layer to every layer computed after it, so the result depends on their order',
  },
  'stateful': {
    policy: 'refuse',
    layers: recurrent,
    condition: 'stateful is true',
    sentence: 'tfjs keeps the state between two predictions; an ONNX graph has no memory',
  },
  'reset-after': {
    policy: 'refuse',
    layers: ['GRU', 'GRUCell'],
    condition: 'resetAfter is true',
    sentence: 'tfjs implements only the variant that resets before the product',
  },
  'stacked-state-order': {
    policy: 'follow',
    layers: ['RNN', 'Bidirectional'],
    condition: 'cell is a StackedRNNCells and returnState is true or an initial state is given',
    sentence: 'tfjs lists the states of the last cell first, unlike Keras, and so does the file',
  },
  'hard-sigmoid-slope': {
    policy: 'follow',
    layers: ['every layer with an activation'],
    condition: 'the activation is hardSigmoid',
    sentence: 'the slope is 0.2 as in tfjs and Keras 2; Keras 3 and PyTorch use 1/6',
  },
} as const satisfies Readonly<Record<string, QuirkRule>>

export type QuirkId = keyof typeof quirkTable

/** A quirk that one layer of a converted model met. */
export interface MetQuirk {
  readonly id: QuirkId
  readonly layer: string
  readonly policy: QuirkPolicy
  readonly sentence: string
}

/** Collects the quirks that do not stop a conversion, each once per layer. */
export class QuirkLog {
  readonly #met = new Map<string, MetQuirk>()

  get met(): readonly MetQuirk[] {
    return [...this.#met.values()]
  }

  meet(id: QuirkId, layer: string): void {
    const { policy, sentence } = quirkTable[id]
    this.#met.set(`${id} ${layer}`, { id, layer, policy, sentence })
  }
}

/** @returns the error for a quirk whose policy is to refuse. */
export function refuseQuirk(config: LayerConfig, id: QuirkId, key: string): ConversionError {
  return config.refuse(key, quirkTable[id].sentence)
}
