// A tfjs class name comes in; the emitter for that layer goes out. A class that is not in the table is refused.
import type { LayerEmitter } from '../layer-context'
import { emitActivationLayer } from './activation'
import { emitAdd } from './add'
import { emitAverage } from './average'
import { emitAveragePooling1D } from './average-pooling-1d'
import { emitAveragePooling2D } from './average-pooling-2d'
import { emitAveragePooling3D } from './average-pooling-3d'
import { emitBatchNormalization } from './batch-normalization'
import { emitBidirectional } from './bidirectional'
import { emitConcatenate } from './concatenate'
import { emitConv1D } from './conv-1d'
import { emitConv2D } from './conv-2d'
import { emitConv2DTranspose } from './conv-2d-transpose'
import { emitConv3D } from './conv-3d'
import { emitConv3DTranspose } from './conv-3d-transpose'
import { emitCropping2D } from './cropping-2d'
import { emitDense } from './dense'
import { emitDepthwiseConv2D } from './depthwise-conv-2d'
import { emitDot } from './dot'
import { emitDropout } from './dropout'
import { emitELU } from './elu'
import { emitEmbedding } from './embedding'
import { emitFlatten } from './flatten'
import { emitGlobalAveragePooling1D } from './global-average-pooling-1d'
import { emitGlobalAveragePooling2D } from './global-average-pooling-2d'
import { emitGlobalMaxPooling1D } from './global-max-pooling-1d'
import { emitGlobalMaxPooling2D } from './global-max-pooling-2d'
import { emitGRU } from './gru'
import { emitInputLayer } from './input-layer'
import { emitLayerNormalization } from './layer-normalization'
import { emitLeakyReLU } from './leaky-relu'
import { emitLSTM } from './lstm'
import { emitMasking } from './masking'
import { emitMaxPooling1D } from './max-pooling-1d'
import { emitMaxPooling2D } from './max-pooling-2d'
import { emitMaxPooling3D } from './max-pooling-3d'
import { emitMaximum } from './maximum'
import { emitMinimum } from './minimum'
import { emitMultiply } from './multiply'
import { emitPermute } from './permute'
import { emitPReLU } from './prelu'
import { emitReLU } from './relu'
import { emitRepeatVector } from './repeat-vector'
import { emitRescaling } from './rescaling'
import { emitReshape } from './reshape'
import { emitRNN } from './rnn'
import { emitSeparableConv2D } from './separable-conv-2d'
import { emitSimpleRNN } from './simple-rnn'
import { emitSoftmax } from './softmax'
import { emitThresholdedReLU } from './thresholded-relu'
import { emitTimeDistributed } from './time-distributed'
import { emitUpSampling2D } from './up-sampling-2d'
import { emitZeroPadding2D } from './zero-padding-2d'

export const layerTable: Readonly<Record<string, LayerEmitter>> = {
  InputLayer: emitInputLayer,
  Conv1D: emitConv1D,
  Conv2D: emitConv2D,
  Conv3D: emitConv3D,
  Conv2DTranspose: emitConv2DTranspose,
  Conv3DTranspose: emitConv3DTranspose,
  DepthwiseConv2D: emitDepthwiseConv2D,
  SeparableConv2D: emitSeparableConv2D,
  MaxPooling1D: emitMaxPooling1D,
  MaxPooling2D: emitMaxPooling2D,
  MaxPooling3D: emitMaxPooling3D,
  AveragePooling1D: emitAveragePooling1D,
  AveragePooling2D: emitAveragePooling2D,
  AveragePooling3D: emitAveragePooling3D,
  GlobalAveragePooling1D: emitGlobalAveragePooling1D,
  GlobalAveragePooling2D: emitGlobalAveragePooling2D,
  GlobalMaxPooling1D: emitGlobalMaxPooling1D,
  GlobalMaxPooling2D: emitGlobalMaxPooling2D,
  BatchNormalization: emitBatchNormalization,
  LayerNormalization: emitLayerNormalization,
  Dense: emitDense,
  Embedding: emitEmbedding,
  Activation: emitActivationLayer,
  ReLU: emitReLU,
  LeakyReLU: emitLeakyReLU,
  PReLU: emitPReLU,
  ELU: emitELU,
  ThresholdedReLU: emitThresholdedReLU,
  Softmax: emitSoftmax,
  Add: emitAdd,
  Multiply: emitMultiply,
  Average: emitAverage,
  Maximum: emitMaximum,
  Minimum: emitMinimum,
  Concatenate: emitConcatenate,
  Dot: emitDot,
  Flatten: emitFlatten,
  Reshape: emitReshape,
  Permute: emitPermute,
  RepeatVector: emitRepeatVector,
  ZeroPadding2D: emitZeroPadding2D,
  Cropping2D: emitCropping2D,
  UpSampling2D: emitUpSampling2D,
  Rescaling: emitRescaling,
  Masking: emitMasking,
  SimpleRNN: emitSimpleRNN,
  GRU: emitGRU,
  LSTM: emitLSTM,
  RNN: emitRNN,
  Bidirectional: emitBidirectional,
  TimeDistributed: emitTimeDistributed,
  Dropout: emitDropout,
  SpatialDropout1D: emitDropout,
  GaussianNoise: emitDropout,
  GaussianDropout: emitDropout,
  AlphaDropout: emitDropout,
}
