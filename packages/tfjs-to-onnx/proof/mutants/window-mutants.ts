// Nothing in; faults in convolutions, pools, pads and normalisation, out.
import type { Mutant } from './mutant'

export const windowMutants: readonly Mutant[] = [
  {
    id: 'pad-begin-end-swapped', file: 'window.ts', classes: ['Conv2D', 'MaxPooling2D'],
    find: 'const begin = Math.floor(total / 2)', replace: 'const begin = Math.ceil(total / 2)',
  },
  {
    id: 'kernel-height-width-swapped', file: 'channel-order.ts', classes: ['Conv2D'],
    find: 'const permutation = [output, input, ...shape.slice(0, -2).keys()]',
    replace: 'const permutation = [output, input, ...[...shape.slice(0, -2).keys()].reverse()]',
  },
  {
    id: 'kernel-in-out-swapped', file: 'channel-order.ts', classes: ['Conv2D'],
    find: 'const permutation = [output, input, ...shape.slice(0, -2).keys()]',
    replace: 'const permutation = [input, output, ...shape.slice(0, -2).keys()]',
  },
  {
    id: 'depthwise-channel-order', file: 'channel-order.ts', classes: ['DepthwiseConv2D', 'SeparableConv2D'],
    find: 'permute(data, [height, width, channels, multiplier], [2, 3, 0, 1])',
    replace: 'permute(data, [height, width, channels, multiplier], [3, 2, 0, 1])',
  },
  {
    id: 'convolution-bias-dropped', file: 'convolution-node.ts', classes: ['Conv1D', 'Conv2D'],
    find: "config.boolean('useBias') ? weights.get('bias') : undefined", replace: "config.boolean('useBias') ? undefined : undefined",
  },
  {
    id: 'transposed-window-pads', file: 'layers/emit-transposed-convolution.ts', classes: ['Conv2DTranspose'],
    find: 'pads: padsAttribute(pads),', replace: 'pads: padsAttribute(pads.map(({ begin, end }) => ({ begin: end, end: begin }))),',
  },
  {
    id: 'average-counts-padding', file: 'layers/pool-window.ts', classes: ['AveragePooling2D'],
    find: 'count_include_pad: int(0)', replace: 'count_include_pad: int(1)',
  },
  {
    id: 'global-maximum-for-mean', file: 'layers/pool-globally.ts', classes: ['GlobalAveragePooling2D'],
    find: "addNode({ operator, layer, inputs: [input.value]", replace: "addNode({ operator: 'GlobalMaxPool', layer, inputs: [input.value]",
  },
  {
    id: 'normalization-default-epsilon', file: 'layers/batch-normalization.ts', classes: ['BatchNormalization'],
    find: 'attributes: { epsilon: float(epsilon) }', replace: 'attributes: { epsilon: float(1e-5) }',
  },
  {
    id: 'normalization-shift-dropped', file: 'layers/batch-normalization.ts', classes: ['BatchNormalization'],
    find: "const beta = config.boolean('center') ? weights.get('beta').data :",
    replace: "const beta = config.boolean('center') ? new Float64Array(mean.data.length) :",
  },
  {
    id: 'fold-without-epsilon', file: 'fold-batch-normalization.ts', classes: ['BatchNormalization'],
    find: 'Math.sqrt(variance[channel] + offset)', replace: 'Math.sqrt(variance[channel])',
  },
  {
    id: 'fold-adds-the-mean', file: 'fold-batch-normalization.ts', classes: ['BatchNormalization'],
    find: 'beta[channel] - mean[channel] * factor(channel)', replace: 'beta[channel] + mean[channel] * factor(channel)',
  },
  {
    id: 'fold-into-wrong-channel', file: 'linear-node.ts', classes: ['BatchNormalization'],
    find: 'factor(Math.floor(i / inner) % channels)', replace: 'factor(i % channels)',
  },
  {
    id: 'layer-normalization-epsilon', file: 'layers/layer-normalization.ts', classes: ['LayerNormalization'],
    find: 'axis: int(axes[0]), epsilon: float(epsilon)', replace: 'axis: int(axes[0]), epsilon: float(1e-5)',
  },
  {
    id: 'layer-normalization-last-axis-only', file: 'layers/layer-normalization.ts', classes: ['LayerNormalization'],
    find: "math.reduce('ReduceMean', math.node('Mul', [centered, centered]), axes)",
    replace: "math.reduce('ReduceMean', math.node('Mul', [centered, centered]), axes.slice(-1))",
  },
  {
    id: 'padding-merged-into-the-window', file: 'separate-padding.ts', classes: ['ZeroPadding2D'], isOptimized: true,
    find: "'float32', [-0]", replace: "'float32', [0]",
  },
]
