// The ground floor: what a tensor in the graph, a constant and a node are.
import type { Attributes } from './attribute'

export type DataType = 'float32' | 'float16' | 'int8' | 'uint8' | 'int32' | 'int64' | 'bool'

/** A number, or a name that stands for a size known only at run time ('N' is the batch). */
export type Dimension = number | string

/** A size known only at run time that nothing else is known to be equal to; written without a name. */
export const unknownSize = '?'

export type Shape = readonly Dimension[]

/** 'logical': in memory as in tfjs, channels last. 'channels-first': the last logical axis lies at position 1. */
export type ChannelOrder = 'logical' | 'channels-first'

export interface Value {
  readonly kind: 'value'
  name: string
  readonly dataType: DataType
  /** The shape tfjs sees, channels last, whatever the order in memory. */
  readonly shape: Shape
  readonly order: ChannelOrder
}

/** Float32 data is held in float64 and rounded once, when it is written. */
export interface Initializer {
  readonly kind: 'initializer'
  readonly name: string
  readonly dataType: DataType
  readonly shape: readonly number[]
  readonly data: Float64Array
  /** A learned weight of the model, or a constant the exporter needs. */
  readonly role: 'weight' | 'constant'
}

/** Stands where an optional input is left out; written as an empty name. */
export const absent = { kind: 'absent', name: '' } as const

export type Operand = Value | Initializer | typeof absent

export interface GraphNode {
  readonly name: string
  readonly operator: string
  inputs: readonly Operand[]
  /** The first output; the only one of nearly every operator. */
  output: Value
  /** The states of a recurrent node. */
  readonly furtherOutputs?: readonly Value[]
  readonly attributes: Attributes
  /** Name of the tfjs layer the node was written for. */
  readonly layer: string
}

export const outputsOf = ({ output, furtherOutputs = [] }: GraphNode): readonly Value[] => [output, ...furtherOutputs]
