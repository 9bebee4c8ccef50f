// A tfjs class name comes in; the float64 definition of that layer goes out.
import { convolution, depthwiseConvolution, separableConvolution } from './layers/convolution'
import { dense } from './layers/dense'
import { embedding, identity, masking, rescaling } from './layers/lookup'
import { concatenate, dot, merge, mergeFunctions } from './layers/merge'
import { batchNormalization, layerNormalization } from './layers/normalization'
import { globalPooling, maximum, mean, windowPooling } from './layers/pooling'
import { cropping2D, flatten, permute, repeatVector, reshape, zeroPadding2D } from './layers/rearrangement'
import {
  activation, elu, leakyRelu, parametricRelu, relu, softmax, thresholdedRelu,
} from './layers/rectifiers'
import { recurrentLayer, recurrentNetwork } from './layers/recurrent'
import { transposedConvolution } from './layers/transposed-convolution'
import { upSampling2D } from './layers/up-sampling-2d'
import { bidirectional, timeDistributed } from './layers/wrapper'
import type { ReferenceLayer } from './reference-layer'

export const referenceTable: Readonly<Record<string, ReferenceLayer>> = {
  InputLayer: identity,
  Dense: dense,
  Activation: activation,
  ReLU: relu,
  LeakyReLU: leakyRelu,
  PReLU: parametricRelu,
  ELU: elu,
  ThresholdedReLU: thresholdedRelu,
  Softmax: softmax,
  Conv1D: convolution(1),
  Conv2D: convolution(2),
  Conv3D: convolution(3),
  Conv2DTranspose: transposedConvolution(2),
  Conv3DTranspose: transposedConvolution(3),
  DepthwiseConv2D: depthwiseConvolution,
  SeparableConv2D: separableConvolution,
  MaxPooling1D: windowPooling(1, maximum),
  MaxPooling2D: windowPooling(2, maximum),
  MaxPooling3D: windowPooling(3, maximum),
  AveragePooling1D: windowPooling(1, mean),
  AveragePooling2D: windowPooling(2, mean),
  AveragePooling3D: windowPooling(3, mean),
  GlobalMaxPooling1D: globalPooling(maximum),
  GlobalMaxPooling2D: globalPooling(maximum),
  GlobalAveragePooling1D: globalPooling(mean),
  GlobalAveragePooling2D: globalPooling(mean),
  BatchNormalization: batchNormalization,
  LayerNormalization: layerNormalization,
  Flatten: flatten,
  Reshape: reshape,
  Permute: permute,
  RepeatVector: repeatVector,
  ZeroPadding2D: zeroPadding2D,
  Cropping2D: cropping2D,
  UpSampling2D: upSampling2D,
  Add: merge(mergeFunctions.add),
  Multiply: merge(mergeFunctions.multiply),
  Average: merge(mergeFunctions.average),
  Maximum: merge(mergeFunctions.maximum),
  Minimum: merge(mergeFunctions.minimum),
  Concatenate: concatenate,
  Dot: dot,
  Embedding: embedding,
  Masking: masking,
  Rescaling: rescaling,
  Dropout: identity,
  SpatialDropout1D: identity,
  GaussianNoise: identity,
  GaussianDropout: identity,
  AlphaDropout: identity,
  SimpleRNN: recurrentLayer('SimpleRNNCell'),
  GRU: recurrentLayer('GRUCell'),
  LSTM: recurrentLayer('LSTMCell'),
  RNN: recurrentNetwork,
  Bidirectional: bidirectional,
  TimeDistributed: timeDistributed,
}
