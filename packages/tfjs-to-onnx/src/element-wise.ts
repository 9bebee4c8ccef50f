// A layer and one of its values come in; small nodes in the value's own memory order, and numbers for them, go out.
import { int, ints } from './attribute'
import type { Attributes } from './attribute'
import { physicalAxis } from './channel-order'
import type { Graph } from './graph'
import type { DataType, Operand, Value } from './value'

export type Reduction = 'ReduceMax' | 'ReduceMean' | 'ReduceSum'

/** Nodes that keep the shape and the memory order of the value they are applied to. */
export class ElementWise {
  readonly lastAxis: number

  constructor(readonly graph: Graph, readonly layer: string, readonly like: Value) {
    this.lastAxis = physicalAxis(like, -1)
  }

  node(operator: string, inputs: readonly Operand[], attributes?: Attributes, dataType?: DataType): Value {
    const { shape, order } = inputs[0]?.kind === 'value' ? inputs[0] : this.like
    return this.graph.addNode({ operator, layer: this.layer, inputs, shape, order, attributes, dataType })
  }

  number(value: number): Operand {
    return this.graph.addConstant(`${this.layer}/number`, 'float32', [value])
  }

  /** Over logical axes, which stay as axes of length 1. Only ReduceSum takes its axes as an input before opset 18. */
  reduce(operator: Reduction, x: Value, axes: readonly number[]): Value {
    const { graph, layer } = this
    const logical = axes.map(axis => axis < 0 ? axis + x.shape.length : axis)
    const shape = x.shape.map((size, axis) => logical.includes(axis) ? 1 : size)
    const takesInput = operator === 'ReduceSum' || graph.opset >= 18
    const physical = logical.map(axis => physicalAxis(x, axis)).sort((first, second) => first - second)
    const inputs = takesInput ? [x, graph.addConstant(`${layer}/axes`, 'int64', physical, [physical.length])] : [x]
    const attributes: Attributes = { keepdims: int(1), ...(takesInput ? {} : { axes: ints(physical) }) }
    return graph.addNode({ operator, layer, inputs, shape, order: x.order, attributes })
  }
}
