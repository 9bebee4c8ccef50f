// A value and the ranges to keep of some axes come in; a Slice, or a reversal, goes out.
import type { CastPlace } from './cast-node'
import type { Initializer, Shape, Value } from './value'

export interface Range {
  /** In memory. */
  readonly axis: number
  readonly begin: number
  readonly cutFromEnd: number
}

/** Beyond the end of every axis. */
const farEnd = 2 ** 31 - 1

/** Ends count from the end of the axis, whose size need not be known. */
export function addSlice(place: CastPlace, value: Value, ranges: readonly Range[], shape: Shape): Value {
  if (ranges.length === 0) return value
  const begins = ranges.map(({ begin }) => begin)
  const ends = ranges.map(({ cutFromEnd }) => cutFromEnd === 0 ? farEnd : -cutFromEnd)
  return slice(place, value, shape, [begins, ends, ranges.map(({ axis }) => axis), ranges.map(() => 1)])
}

/** The numbers from begin to end (left out) of the last axis. */
export function sliceLast(place: CastPlace, value: Value, begin: number, end: number): Value {
  const axis = value.shape.length - 1
  return slice(place, value, [...value.shape.slice(0, -1), end - begin], [[begin], [end], [axis], [1]])
}

export function addReversal(place: CastPlace, value: Value, axis: number): Value {
  return slice(place, value, value.shape, [[-1], [-farEnd], [axis], [-1]])
}

function slice({ graph, layer }: CastPlace, value: Value, shape: Shape, lists: readonly number[][]): Value {
  const names = ['begins', 'ends', 'axes', 'steps']
  const constants = lists.map((list, i): Initializer =>
    graph.addConstant(`${layer}/${names[i]}`, 'int64', list, [list.length]))
  return graph.addNode({ operator: 'Slice', layer, inputs: [value, ...constants], shape, order: value.order })
}
