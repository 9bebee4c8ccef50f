// The name of a tfjs activation and a value come in; ONNX nodes in the value's own memory order go out.
import { float, int } from '../attribute'
import { ConversionError } from '../conversion-error'
import { ElementWise } from '../element-wise'
import type { LayerConfig } from '../layer-config'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

type Activation = (math: ElementWise, x: Value) => Value

/**
 * Names as tfjs serializes them. Operators that fall back to the CPU on WebGPU (Selu, Softsign, LogSoftmax) are
 * written as the operators they consist of.
 */
export const activationTable: Readonly<Record<string, Activation>> = {
  linear: (_, x) => x,
  relu: (math, x) => math.node('Relu', [x]),
  relu6: (math, x) => math.node('Clip', [x, math.number(0), math.number(6)]),
  elu: (math, x) => math.node('Elu', [x], { alpha: float(1) }),
  selu: (math, x) =>
    math.node('Mul', [math.node('Elu', [x], { alpha: float(1.6732632423543772) }), math.number(1.0507009873554805)]),
  sigmoid: (math, x) => math.node('Sigmoid', [x]),
  hardSigmoid: (math, x) => math.node('HardSigmoid', [x], { alpha: float(0.2), beta: float(0.5) }),
  softplus: (math, x) => math.node('Softplus', [x]),
  softsign: (math, x) => math.node('Div', [x, math.node('Add', [math.node('Abs', [x]), math.number(1)])]),
  tanh: (math, x) => math.node('Tanh', [x]),
  softmax: (math, x) => math.node('Softmax', [x], { axis: int(math.lastAxis) }),
  logSoftmax,
  gelu: (math, x) => {
    const errorFunction = math.node('Erf', [math.node('Div', [x, math.number(Math.SQRT2)])])
    const gate = math.node('Add', [errorFunction, math.number(1)])
    return math.node('Mul', [math.node('Mul', [x, gate]), math.number(0.5)])
  },
  gelu_new: geluWithTanh,
  mish: (math, x) => math.node('Mul', [x, math.node('Tanh', [math.node('Softplus', [x])])]),
  swish: (math, x) => math.node('Mul', [x, math.node('Sigmoid', [x])]),
}

/** Applies the layer's `activation` setting to a value; 'linear' adds nothing. */
export function emitActivation(context: LayerContext, input: Value): Value {
  return applyActivation(context, readActivation(context, context.config, 'activation'), input)
}

/** @returns the name of an activation that is in the table. */
export function readActivation({ layer, meet }: LayerContext, config: LayerConfig, key: string): string {
  const name = config.string(key)
  if (!Object.hasOwn(activationTable, name)) {
    const known = Object.keys(activationTable).join(', ')
    const message = `Cannot convert layer "${layer}": activation "${name}" is unknown. Supported: ${known}.`
    throw new ConversionError('activation-unsupported', message, { layer, key })
  }
  if (name === 'hardSigmoid') meet('hard-sigmoid-slope')
  return name
}

export function applyActivation({ graph, layer }: LayerContext, name: string, input: Value): Value {
  return activationTable[name](new ElementWise(graph, layer, input), input)
}

// The largest logit is subtracted first, so that no exponential overflows and no logarithm sees a zero.
function logSoftmax(math: ElementWise, x: Value): Value {
  const shifted = math.node('Sub', [x, math.reduce('ReduceMax', x, [-1])])
  const sum = math.reduce('ReduceSum', math.node('Exp', [shifted]), [-1])
  return math.node('Sub', [shifted, math.node('Log', [sum])])
}

// 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))
function geluWithTanh(math: ElementWise, x: Value): Value {
  const cube = math.node('Mul', [math.node('Mul', [x, x]), x])
  const inner = math.node('Add', [x, math.node('Mul', [cube, math.number(0.044715)])])
  const curve = math.node('Tanh', [math.node('Mul', [inner, math.number(Math.sqrt(2 / Math.PI))])])
  const gate = math.node('Add', [curve, math.number(1)])
  return math.node('Mul', [math.node('Mul', [x, gate]), math.number(0.5)])
}
