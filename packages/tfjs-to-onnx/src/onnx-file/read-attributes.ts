// The attributes of a node of an ONNX file in; those that are numbers, lists of integers or text out.
import type { Attribute } from '../attribute'
import { AttributeProto_AttributeType as Type } from '../generated/onnx_pb'
import type { AttributeProto, NodeProto } from '../generated/onnx_pb'

export interface ReadAttributes {
  readonly attributes: Readonly<Record<string, Attribute>>
  /** Names of attributes of other kinds: tensors, graphs, lists of floats. */
  readonly others: readonly string[]
}

const text = new TextDecoder()

export function readAttributes({ attribute }: NodeProto): ReadAttributes {
  const read = attribute.map((one): [string, Attribute | undefined] => [one.name, readAttribute(one)])
  const known = read.filter((entry): entry is [string, Attribute] => entry[1] !== undefined)
  const others = read.filter(([, value]) => value === undefined).map(([name]) => name)
  return { attributes: Object.fromEntries(known), others }
}

function readAttribute({ type, i, ints, f, s, strings }: AttributeProto): Attribute | undefined {
  switch (type) {
    case Type.INT:
      return { type: 'int', value: Number(i) }
    case Type.INTS:
      return { type: 'ints', values: ints.map(Number) }
    case Type.FLOAT:
      return { type: 'float', value: f }
    case Type.STRING:
      return { type: 'text', value: text.decode(s) }
    case Type.STRINGS:
      return { type: 'texts', values: strings.map(bytes => text.decode(bytes)) }
    default:
      return undefined
  }
}
