// A float model, its observed ranges and the nodes to skip in; one quantised model and what was done to it out.
import { encodeModel } from '../encode-model'
import { validateGraph } from '../validate-graph'
import type { Value } from '../value'
import { byteScale, joinRanges, withZero } from './byte-scale'
import type { ByteScale, Range } from './byte-scale'
import type { FloatModel } from './float-model'
import { insertQuantization } from './insert-quantization'
import type { WeightForm } from './insert-quantization'
import type { Ranges } from './observe-ranges'
import { planQuantization } from './quantization-plan'
import type { QuantizationPlan } from './quantization-plan'

export interface QuantizedTensor extends Range, ByteScale {
  readonly name: string
}

export interface QuantizedModel {
  readonly bytes: Uint8Array
  /** Names of the nodes that compute in int8. */
  readonly nodes: readonly string[]
  readonly kept: QuantizationPlan['kept']
  /** Tensors that are stored as bytes. */
  readonly tensors: readonly QuantizedTensor[]
}

export interface QuantizationWish extends WeightForm {
  readonly ranges: Ranges
  readonly skip: readonly string[]
  /** Written into the file's metadata. */
  readonly description: string
}

export function quantizeOnce(model: FloatModel, wish: QuantizationWish): QuantizedModel {
  const { ranges, skip, description, ...form } = wish
  const graph = model.copy()
  const plan = planQuantization(graph, skip)
  const groups = rangesOfGroups(plan, ranges)
  const scales = new Map([...plan.tensors].map(([value, group]): [Value, ByteScale] =>
    [value, byteScale(rangeOf(groups, group))]))
  const tensors = [...plan.tensors].map(([value, group]) =>
    ({ name: value.name, ...rangeOf(groups, group), ...byteScale(rangeOf(groups, group)) }))
  insertQuantization(graph, plan, scales, form)
  validateGraph(graph)
  const bytes = encodeModel(graph, { ...model.metadata, quantization: description })
  return { bytes, nodes: plan.nodes.map(({ name }) => name), kept: plan.kept, tensors }
}

/** Tensors that share a scale share the range that holds all of them. */
function rangesOfGroups({ tensors, origins }: QuantizationPlan, ranges: Ranges): Map<Value, Range> {
  const groups = new Map<Value, Range>()
  for (const origin of origins) {
    const group = tensors.get(origin) ?? origin
    const range = ranges.get(origin.name)
    if (range === undefined) throw new Error(`"${origin.name}" was not observed.`)
    groups.set(group, joinRanges(groups.get(group) ?? withZero(range), range))
  }
  return groups
}

function rangeOf(groups: ReadonlyMap<Value, Range>, group: Value): Range {
  const range = groups.get(group)
  if (range === undefined) throw new Error(`No tensor of the group of "${group.name}" was observed.`)
  return range
}
