// An Average layer of two or more inputs comes in; a chain of Add nodes and a Mul with 1 / inputs go out.
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitMerge } from './merge-element-wise'

// Not Mean, which falls back to the CPU on WebGPU.
export function emitAverage(context: LayerContext): Value[] {
  const sum = emitMerge(context, 'Add')
  const math = new ElementWise(context.graph, context.layer, sum)
  return [math.node('Mul', [sum, math.number(1 / context.inputs.length)])]
}
