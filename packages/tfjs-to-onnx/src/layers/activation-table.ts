// The name of a tfjs activation and a value come in; ONNX nodes in the value's own memory order go out.
import { float, int, ints } from '../attribute'
import type { Attributes } from '../attribute'
import { physicalAxis } from '../channel-order'
import { ConversionError } from '../conversion-error'
import type { Graph } from '../graph'
import type { LayerContext } from '../layer-context'
import type { Operand, Value } from '../value'

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
export function emitActivation({ layer, graph, config }: LayerContext, input: Value): Value {
  const name = config.string('activation')
  if (!Object.hasOwn(activationTable, name)) {
    const known = Object.keys(activationTable).join(', ')
    const message = `Cannot convert layer "${layer}": activation "${name}" is unknown. Supported: ${known}.`
    throw new ConversionError('activation-unsupported', message, { layer, key: 'activation' })
  }
  return activationTable[name](new ElementWise(graph, layer, input), input)
}

// The largest logit is subtracted first, so that no exponential overflows and no logarithm sees a zero.
function logSoftmax(math: ElementWise, x: Value): Value {
  const shifted = math.node('Sub', [x, math.reduceLast('ReduceMax', x)])
  const sum = math.reduceLast('ReduceSum', math.node('Exp', [shifted]))
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

/** Nodes that keep the shape and the memory order of the value the activation is applied to. */
class ElementWise {
  readonly lastAxis: number

  constructor(readonly graph: Graph, readonly layer: string, readonly like: Value) {
    this.lastAxis = physicalAxis(like, -1)
  }

  node(operator: string, inputs: readonly Value[] | readonly Operand[], attributes?: Attributes): Value {
    const { shape, order } = inputs[0] === undefined || inputs[0].kind === 'initializer' ? this.like : inputs[0]
    return this.graph.addNode({ operator, layer: this.layer, inputs, shape, order, attributes })
  }

  number(value: number): Operand {
    return this.graph.addConstant(`${this.layer}/number`, 'float32', [value])
  }

  /** Over the channels, which stay as an axis of length 1. ReduceMax takes its axes as an input from opset 18 only. */
  reduceLast(operator: 'ReduceMax' | 'ReduceSum', x: Value): Value {
    const { graph, layer } = this
    const shape = [...x.shape.slice(0, -1), 1]
    const takesInput = operator === 'ReduceSum' || graph.opset >= 18
    const axes = [this.lastAxis]
    const inputs = takesInput ? [x, graph.addConstant(`${layer}/axes`, 'int64', axes, [1])] : [x]
    const attributes: Attributes = { keepdims: int(1), ...(takesInput ? {} : { axes: ints(axes) }) }
    return graph.addNode({ operator, layer, inputs, shape, order: x.order, attributes })
  }
}
