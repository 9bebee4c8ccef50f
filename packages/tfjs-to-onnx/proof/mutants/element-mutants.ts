// Nothing in; faults in activations, merges, rearrangements and lookups, out.
import type { Mutant } from './mutant'

export const elementMutants: readonly Mutant[] = [
  {
    id: 'leaky-relu-default-slope', file: 'layers/leaky-relu.ts', classes: ['LeakyReLU'],
    find: "alpha: float(config.number('alpha'))", replace: "alpha: float(config.number('alpha') * 0 + 0.01)",
  },
  {
    id: 'hard-sigmoid-slope-of-a-sixth', file: 'layers/activation-table.ts', classes: ['Activation'],
    find: '{ alpha: float(0.2), beta: float(0.5) }', replace: '{ alpha: float(1 / 6), beta: float(0.5) }',
  },
  {
    id: 'softmax-over-axis-1', file: 'layers/activation-table.ts', classes: ['Activation', 'Conv2D'],
    find: "math.node('Softmax', [x], { axis: int(math.lastAxis) })", replace: "math.node('Softmax', [x], { axis: int(1) })",
  },
  {
    id: 'gelu-with-tanh', file: 'layers/activation-table.ts', classes: ['Activation'],
    find: '  gelu: (math, x) => {', replace: '  gelu: (math, x) => {\n    if (Number(1) === 1) return geluWithTanh(math, x)',
  },
  {
    id: 'selu-without-alpha', file: 'layers/activation-table.ts', classes: ['Activation'],
    find: 'alpha: float(1.6732632423543772)', replace: 'alpha: float(1)',
  },
  {
    id: 'log-softmax-over-the-second-axis', file: 'layers/activation-table.ts', classes: ['Activation'],
    find: "math.reduce('ReduceSum', math.node('Exp', [shifted]), [-1])",
    replace: "math.reduce('ReduceSum', math.node('Exp', [shifted]), [1])",
  },
  {
    id: 'thresholded-relu-default-threshold', file: 'layers/thresholded-relu.ts', classes: ['ThresholdedReLU'],
    find: "float(config.number('theta'))", replace: "float(config.number('theta') * 0 + 1)",
  },
  {
    id: 'relu-maximum-of-6', file: 'layers/relu.ts', classes: ['ReLU'],
    find: "[0, config.number('maxValue')]", replace: "[0, config.number('maxValue') * 0 + 6]",
  },
  {
    id: 'prelu-slopes-not-moved', file: 'layers/prelu.ts', classes: ['PReLU'],
    find: 'const data = permute(alpha.data, shape, permutation)', replace: 'const data = permute(alpha.data, shape, [...shape.keys()])',
  },
  {
    id: 'up-sampling-half-pixel', file: 'layers/up-sampling-2d.ts', classes: ['UpSampling2D'],
    find: "text('asymmetric')", replace: "text('half_pixel')",
  },
  {
    id: 'up-sampling-rounds-up', file: 'layers/up-sampling-2d.ts', classes: ['UpSampling2D'],
    find: "nearest_mode: text('floor')", replace: "nearest_mode: text('ceil')",
  },
  {
    id: 'zero-padding-sides-swapped', file: 'layers/zero-padding-2d.ts', classes: ['ZeroPadding2D'],
    find: '[...pads.map(([begin]) => begin), ...pads.map(([, end]) => end)]',
    replace: '[...pads.map(([, end]) => end), ...pads.map(([begin]) => begin)]',
  },
  {
    id: 'cropping-sides-swapped', file: 'layers/cropping-2d.ts', classes: ['Cropping2D'],
    find: 'begin, cutFromEnd: end }', replace: 'begin: end, cutFromEnd: begin }',
  },
  {
    id: 'average-divides-by-two', file: 'layers/average.ts', classes: ['Average'],
    find: 'math.number(1 / context.inputs.length)', replace: 'math.number(1 / 2)',
  },
  {
    id: 'concatenation-turned-round', file: 'layers/concatenate.ts', classes: ['Concatenate'],
    find: "operator: 'Concat', layer, inputs: operands", replace: "operator: 'Concat', layer, inputs: [...operands].reverse()",
  },
  {
    id: 'flatten-in-channel-order', file: 'layers/flatten.ts', classes: ['Flatten'],
    find: 'const data = isChannelsFirst ? moveChannelsLast(context, input) : input',
    replace: 'const data = isChannelsFirst ? moveChannelsLast(context, input) : orders.toChannelsFirst(input)',
  },
  {
    id: 'dot-without-normalisation', file: 'layers/dot.ts', classes: ['Dot'],
    find: 'isNormalized ? normalize(context, value, axes[i]) : value',
    replace: 'isNormalized && i > 0 ? normalize(context, value, axes[i]) : value',
  },
  {
    id: 'masking-keeps-steps-without-the-value', file: 'layers/masking.ts', classes: ['Masking'],
    find: "math.reduce('ReduceMax', differs, [-1])", replace: "differs",
  },
  {
    id: 'rescaling-without-offset', file: 'layers/rescaling.ts', classes: ['Rescaling'],
    find: 'offset === 0 ? scaled', replace: 'offset !== 1e9 ? scaled',
  },
  {
    id: 'rescaling-rounds-the-scale', file: 'layers/rescaling.ts', classes: ['Rescaling'],
    find: "config.number('scale')", replace: "Math.round(config.number('scale'))",
  },
]
