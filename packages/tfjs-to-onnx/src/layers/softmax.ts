// A Softmax layer comes in; a Softmax over the last axis, or its parts over several axes, go out.
import { int } from '../attribute'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import { refuseQuirk } from '../quirks'
import type { Value } from '../value'

export function emitSoftmax({ layer, graph, config, masks, inputs: [input] }: LayerContext): Value[] {
  masks.read(layer)
  const setting = config.optional('axis')
  const axes = config.numbers('axis', Array.isArray(setting) ? setting.length : 1)
  const math = new ElementWise(graph, layer, input)
  if (axes.length > 1) return [softmaxOverAxes(math, input, axes)]
  const last = input.shape.length - 1
  if (axes[0] !== -1 && axes[0] !== last) throw refuseQuirk(config, 'softmax-axis', 'axis')
  return [math.node('Softmax', [input], { axis: int(math.lastAxis) })]
}

// exp(x - max) / sum(exp(x - max)): no exponential overflows.
function softmaxOverAxes(math: ElementWise, input: Value, axes: readonly number[]): Value {
  const shifted = math.node('Sub', [input, math.reduce('ReduceMax', input, axes)])
  const exponentials = math.node('Exp', [shifted])
  return math.node('Div', [exponentials, math.reduce('ReduceSum', exponentials, axes)])
}
